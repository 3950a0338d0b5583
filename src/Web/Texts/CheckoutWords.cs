using System.Globalization;
using System.Resources;
using Solidarity.Domain;
using Solidarity.Payments.Checkout;

namespace Solidarity.Web.Texts;

/// <summary>Words on Stripe's page, in the giver's language, which need not be the request's.</summary>
internal sealed class CheckoutWords(Site site) : ICheckoutWords
{
    private static readonly ResourceManager Texts = new(typeof(Checkout).FullName!, typeof(Checkout).Assembly);

    public string Tip(string language) => Say("Tip", language, site.Name);

    public string Fees(string language) => Say("Fees", language);

    private static string Say(string key, string language, params object[] args) =>
        string.Format(CultureInfo.InvariantCulture, Texts.GetString(key, Languages.CultureOf(language))!, args);
}
