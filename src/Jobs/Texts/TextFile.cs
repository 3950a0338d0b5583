using System.Resources;

namespace Solidarity.Jobs.Texts;

/// <summary>The words of one topic: <c>{name}.resx</c> beside this file (English) and its four translations.</summary>
internal sealed class TextFile(string name)
{
    public static readonly TextFile EveryMail = new("EveryMail");
    public static readonly TextFile ReceiptMail = new("ReceiptMail");
    public static readonly TextFile PaymentFailedMail = new("PaymentFailedMail");
    public static readonly TextFile RefundMail = new("RefundMail");
    public static readonly TextFile UpdateMail = new("UpdateMail");
    public static readonly TextFile ThanksMail = new("ThanksMail");
    public static readonly TextFile MealMails = new("MealMails");
    public static readonly TextFile Letters = new("Letters");
    public static readonly TextFile ReceiptPdf = new("ReceiptPdf");

    public static readonly TextFile PayoutReport = new("PayoutReport");

    private readonly ResourceManager resources = new("Solidarity.Jobs.Texts." + name, typeof(TextFile).Assembly);

    /// <summary>The text for one (<c>{key}.1</c>) or for several (<c>{key}.n</c>), where {0} is how many.</summary>
    public string Count(Locale locale, string key, int number, params string[] more) =>
        Get(locale, number == 1 ? key + ".1" : key + ".n", [number.ToString(locale.Culture), .. more]);

    /// <exception cref="MissingManifestResourceException">There is no such key in any language.</exception>
    public string Get(Locale locale, string key, params string[] words)
    {
        var text = resources.GetString(key, locale.Culture) ?? throw new MissingManifestResourceException($"{name}.resx has no {key}.");
        return words.Length == 0 ? text : string.Format(locale.Culture, text, words);
    }
}
