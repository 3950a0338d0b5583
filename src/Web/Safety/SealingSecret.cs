using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Solidarity.Web.Setup;

namespace Solidarity.Web.Safety;

/// <summary>Encrypts the keys that cookies, forms and links are sealed with, so that who reads the database, or a backup of it, has none of them.</summary>
/// <param name="secret">Of the settings (<see cref="Setting"/>), the same on every node; so long and by chance that it need not be stretched.</param>
public sealed class SealingSecret(string secret) : IXmlEncryptor
{
    public const string Setting = "Sealing:Secret";

    /// <summary>What is shorter was not made by chance.</summary>
    private const int Shortest = 32;

    private const int NonceBytes = 12;

    private const int TagBytes = 16;

    private const string DecryptorType = "decryptorType";

    private static readonly Range Nonce = ..NonceBytes;

    private static readonly Range Tag = NonceBytes..(NonceBytes + TagBytes);

    private static readonly Range Cipher = (NonceBytes + TagBytes)..;

    /// <summary>The names that data protection gives to what is secret, and to what was, in the elements of a key.</summary>
    private static readonly XNamespace Protection = "http://schemas.asp.net/2015/03/dataProtection";

    private static readonly XName ToBeEncrypted = Protection + "requiresEncryption";

    private static readonly XName Encrypted = Protection + "encryptedSecret";

    private static readonly string Named = $"{typeof(OpenSealingKey).FullName},";

    /// <summary>Without the version of the program: rows outlive it, and nodes of two versions read the same.</summary>
    private static readonly string Decryptor = $"{Named} {typeof(OpenSealingKey).Assembly.GetName().Name}";

    private readonly byte[] _key = HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), 32, salt: null, info: "solidarity sealing keys"u8.ToArray());

    /// <returns>Null in development, where nothing is said: the keys lie open there.</returns>
    internal static string? Read(ConfigReader config, bool development) => config.Optional(Setting) switch
    {
        null when !development => throw new SettingWrong(Setting, "is missing: without it who reads a backup could sign in as anybody. `openssl rand -base64 32` makes one, the same for every node."),
        { Length: < Shortest } => throw new SettingWrong(Setting, $"must be a secret of at least {Shortest} characters: `openssl rand -base64 32` makes one."),
        var given => given,
    };

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var whole = new byte[NonceBytes + TagBytes + plain.Length];
        RandomNumberGenerator.Fill(whole.AsSpan(Nonce));
        using var aes = new AesGcm(_key, TagBytes);
        aes.Encrypt(whole.AsSpan(Nonce), plain, whole.AsSpan(Cipher), whole.AsSpan(Tag));
        return new(new XElement("sealed", Convert.ToBase64String(whole)), typeof(OpenSealingKey));
    }

    /// <param name="encrypted">As <see cref="Encrypt"/> made it.</param>
    /// <exception cref="CryptographicException">It was sealed with another secret, or changed since.</exception>
    public XElement Decrypt(XElement encrypted)
    {
        byte[] whole;
        try
        {
            whole = Convert.FromBase64String(encrypted.Value);
        }
        catch (FormatException e)
        {
            throw new CryptographicException("A sealing key is damaged.", e);
        }

        if (whole.Length < NonceBytes + TagBytes)
            throw new CryptographicException("A sealing key is damaged.");
        var plain = new byte[whole.AsSpan(Cipher).Length];
        using var aes = new AesGcm(_key, TagBytes);
        aes.Decrypt(whole.AsSpan(Nonce), whole.AsSpan(Cipher), whole.AsSpan(Tag), plain);
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }

    /// <summary>A copy in which nothing lies open that data protection marks as secret.</summary>
    /// <param name="element">As data protection stores it, with this encryptor or without any.</param>
    public XElement Wrap(XElement element)
    {
        var copy = new XElement(element);
        foreach (var open in copy.Descendants().Where(IsOpen).ToList())
            open.ReplaceWith(new XElement(Encrypted, new XAttribute(DecryptorType, Decryptor), Encrypt(open).EncryptedElement));
        foreach (var shut in copy.Descendants(Encrypted).Where(IsSealed))
            shut.SetAttributeValue(DecryptorType, Decryptor);
        return copy;
    }

    public static bool LiesOpen(XElement element) => element.Descendants().Any(IsOpen);

    /// <summary>What <see cref="Wrap"/> has encrypted.</summary>
    public static IEnumerable<XElement> SealedParts(XElement element) =>
        element.Descendants(Encrypted).Where(IsSealed).Select(e => e.Elements().Single());

    private static bool IsSealed(XElement element) => ((string?)element.Attribute(DecryptorType))?.StartsWith(Named, StringComparison.Ordinal) == true;

    private static bool IsOpen(XElement element) => (bool?)element.Attribute(ToBeEncrypted) == true;
}

/// <summary>Data protection makes one by its name, which lies in the rows: neither name nor constructor may change.</summary>
public sealed class OpenSealingKey(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) => services.GetRequiredService<SealingSecret>().Decrypt(encryptedElement);
}
