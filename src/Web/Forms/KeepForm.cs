using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Primitives;

namespace Solidarity.Web.Forms;

/// <summary>What was typed into a form of the site, and the address that the form is sent to.</summary>
/// <param name="To">Path and query.</param>
public sealed record KeptForm(string To, Dictionary<string, string[]> Fields)
{
    /// <summary>As a form that is sent: its names are found in upper and lower case.</summary>
    public IFormCollection Collection => new FormCollection(Fields.ToDictionary(f => f.Key, f => new StringValues(f.Value), StringComparer.OrdinalIgnoreCase));
}

/// <summary>
/// Keeps what somebody sent after their session had ended: signed and encrypted in a field of the pages by which they sign in again, and
/// stored nowhere. It is given back to the form's own address alone, for two hours, and never sent by itself.
/// </summary>
public sealed class KeepForm(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>Name of the field that carries it.</summary>
    public const string Field = "kept";

    private static readonly TimeSpan GoodFor = TimeSpan.FromHours(2);

    /// <summary>Secrets, and what is good for one request only.</summary>
    private static readonly HashSet<string> Left = new(StringComparer.OrdinalIgnoreCase) { Field, "__RequestVerificationToken", "password", "current", "code", "credential", "link" };

    private readonly IDataProtector _protector = protection.CreateProtector("Solidarity.Forms.KeepForm");

    /// <param name="to">Path and query that the form is sent to.</param>
    public string Keep(string to, IFormCollection form)
    {
        var fields = form.Where(f => !Left.Contains(f.Key)).ToDictionary(f => f.Key, f => f.Value.Select(v => v ?? "").ToArray());
        var json = JsonSerializer.SerializeToUtf8Bytes(new Sealed((clock.GetUtcNow() + GoodFor).ToUnixTimeSeconds(), new KeptForm(to, fields)));
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest))
            brotli.Write(json);
        return Convert.ToBase64String(_protector.Protect(packed.ToArray()));
    }

    /// <returns>Null where it is too old, altered, or was made for something else.</returns>
    public KeptForm? Read(string? kept)
    {
        try
        {
            using var packed = new MemoryStream(_protector.Unprotect(Convert.FromBase64String(kept ?? "")));
            using var brotli = new BrotliStream(packed, CompressionMode.Decompress);
            return JsonSerializer.Deserialize<Sealed>(brotli) is { } read && read.Until > clock.GetUtcNow().ToUnixTimeSeconds() ? read.Form : null;
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private sealed record Sealed(long Until, KeptForm Form);
}
