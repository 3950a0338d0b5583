using Solidarity.Domain;
using Solidarity.Domain.Meals;
using Solidarity.Domain.Receipts;
using Solidarity.Domain.Updates;
using Solidarity.Jobs.Texts;

namespace Solidarity.Jobs.Mail;

/// <summary>A gift of which meals were brought with a delivery.</summary>
/// <param name="Token">Of the giver's page.</param>
/// <param name="Meals">How many of this gift were in the delivery.</param>
public sealed record BroughtGift(string Token, DateTimeOffset StartedAt, int Meals);

/// <summary>What a giver reads when meals were brought. Brought is not confirmed: it says which of the two it is.</summary>
public static class MealsDeliveredMail
{
    private static readonly TextFile Words = TextFile.MealMails;

    /// <param name="delivery">With its ward, restaurant and campaign.</param>
    /// <param name="gifts">The reader's, the newest first; at least one.</param>
    public static Mail Build(Mailing mailing, MealDelivery delivery, IReadOnlyList<BroughtGift> gifts, Site site, IssuerParty issuer)
    {
        var locale = Locale.For(mailing.Language);
        var meals = gifts.Sum(g => g.Meals);
        var ward = $"{delivery.CareSite.Ward}, {delivery.CareSite.Name}";
        var subject = Words.Count(locale, "Delivered.Subject", meals, delivery.CareSite.Ward);
        var body = new MailBody(locale)
            .Paragraph(MailWords.Greeting(locale, mailing.Name))
            .Paragraph(Words.Count(locale, "Delivered.Text", meals, delivery.MealPartner.Partner.Name, ward, locale.Day(site.DayOf(delivery.DeliveredAt!.Value))))
            .Paragraph(Words.Get(locale, delivery.AnsweredAt is null ? "Delivered.NotConfirmed" : "Delivered.Confirmed"));
        Follow(body, locale, gifts, site);
        body.Paragraph(TextFile.EveryMail.Get(locale, "Private"))
            .Paragraph(MailWords.Question(locale, issuer))
            .Paragraph(TextFile.EveryMail.Get(locale, "Regards"), issuer.Name);
        return new Mail(MailWords.MessageId("delivered", mailing.Id.ToString("N"), site.PublicUrl), mailing.Email, mailing.Name, locale.Language, subject, body.Text, body.Html(subject), [])
        {
            ReplyTo = EmailAddress.ToAscii(issuer.Email),
        };
    }

    /// <summary>One link a gift; where there are several, each says which.</summary>
    internal static void Follow(MailBody body, Locale locale, IReadOnlyList<BroughtGift> gifts, Site site)
    {
        foreach (var gift in gifts)
        {
            var words = gifts.Count == 1 ? TextFile.EveryMail.Get(locale, "Follow") : Words.Count(locale, "GiftOf", gift.Meals, locale.Day(site.DayOf(gift.StartedAt)));
            body.Link(words, site.Page($"/gifts/{gift.Token}?lang={locale.Language}"), button: gift == gifts[0]);
        }
    }
}
