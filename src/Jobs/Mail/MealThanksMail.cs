using Solidarity.Domain;
using Solidarity.Domain.Meals;
using Solidarity.Domain.Receipts;
using Solidarity.Domain.Updates;
using Solidarity.Jobs.Texts;

namespace Solidarity.Jobs.Mail;

/// <summary>What the mail with a ward's thanks says.</summary>
/// <param name="ChoiceToken">Of the reader's page of choices.</param>
/// <param name="Thanks">With its picture.</param>
/// <param name="Delivery">With its ward, restaurant and campaign.</param>
/// <param name="Gifts">The reader's, the newest first; at least one.</param>
public sealed record MealThanksContent(Mailing Mailing, string ChoiceToken, MealThanks Thanks, MealDelivery Delivery, IReadOnlyList<BroughtGift> Gifts);

/// <summary>The thanks of a ward, in its own words, to one of those who gave the meals.</summary>
public static class MealThanksMail
{
    private static readonly TextFile Words = TextFile.MealMails;

    public static Mail Build(MealThanksContent content, Site site, IssuerParty issuer)
    {
        var (mailing, ward) = (content.Mailing, content.Delivery.CareSite);
        var locale = Locale.For(mailing.Language);
        var subject = Words.Get(locale, "Thanks.Subject", ward.Ward);
        var body = new MailBody(locale)
            .Paragraph(MailWords.Greeting(locale, mailing.Name))
            .Paragraph(Words.Count(locale, "Thanks.Lead", content.Gifts.Sum(g => g.Meals), content.Delivery.MealPartner.Partner.Name, $"{ward.Ward}, {ward.Name}"))
            .Quote(content.Thanks.Words);
        MealsDeliveredMail.Follow(body, locale, content.Gifts, site);
        if (content.Thanks.Picture is { } picture)
            body.Link(Words.Get(locale, "Thanks.Picture", picture.Alt), site.Page($"/pictures/{picture.Token}/{picture.Widths.Split(',')[^1]}.webp"), button: false);
        body.Paragraph(Words.Get(locale, "Thanks.Why", content.Delivery.MealPartner.Programme.Campaign.Title, site.Name))
            .Link(TextFile.ThanksMail.Get(locale, "Stop"), site.Page($"/unsubscribe/{mailing.Token}?lang={locale.Language}"), button: false)
            .Link(TextFile.UpdateMail.Get(locale, "Choose"), site.Page($"/mail-choices/{content.ChoiceToken}?lang={locale.Language}"), button: false)
            .Paragraph(issuer.Name);
        return new Mail(MailWords.MessageId("meal-thanks", mailing.Id.ToString("N"), site.PublicUrl), mailing.Email, mailing.Name, locale.Language, subject, body.Text, body.Html(subject), [])
        {
            ReplyTo = EmailAddress.ToAscii(issuer.Email),
            Unsubscribe = new MailUnsubscribe(site.Page($"/unsubscribe/{mailing.Token}"), site.UnsubscribeMailbox),
        };
    }
}
