using System.Globalization;
using Solidarity.Domain;
using Solidarity.Domain.Meals;
using Solidarity.Domain.Receipts;
using Solidarity.Domain.Updates;
using Solidarity.Jobs.Texts;

namespace Solidarity.Jobs.Mail;

/// <summary>What a ward reads when meals are on their way or were brought, and when it has not said whether they arrived.</summary>
public static class WardMail
{
    private static readonly TextFile Words = TextFile.MealMails;

    /// <param name="delivery">With its ward, restaurant and campaign.</param>
    public static Mail Build(Mailing mailing, MealDelivery delivery, Site site, IssuerParty issuer)
    {
        var locale = Locale.For(mailing.Language);
        var (ward, restaurant, day) = (delivery.CareSite.Ward, delivery.MealPartner.Partner.Name, locale.Day(delivery.Day));
        var asks = mailing.Kind == MailingKind.MealsAwaited;
        var came = delivery.DeliveredAt is not null;
        var subject = asks ? Words.Get(locale, "Awaited.Subject", restaurant) : Words.Count(locale, came ? "Came.Subject" : "Coming.Subject", delivery.Count, ward);
        var body = new MailBody(locale).Paragraph(MailWords.Greeting(locale, mailing.Name));
        if (asks)
            body.Paragraph(Words.Count(locale, came ? "Awaited.Text" : "Awaited.Left", delivery.Count, restaurant, ward, On(delivery.DeliveredAt ?? delivery.LeftAt))).Paragraph(Words.Get(locale, "Awaited.Once"));
        else if (came)
            body.Paragraph(Words.Count(locale, "Came.Text", delivery.Count, restaurant, ward, On(delivery.DeliveredAt)));
        else
            body.Paragraph(Words.Count(locale, "Coming.Text", delivery.Count, restaurant, ward, day, Hour(delivery.From), Hour(delivery.Until)));
        if (delivery.MealPartner.Allergens is { } allergens)
            body.Paragraph(Words.Get(locale, "Allergens", allergens));
        body.Paragraph(Words.Get(locale, came || asks ? "AskNow" : "Ask"))
            .Link(Words.Get(locale, "Answer"), site.Page($"/deliveries/{delivery.Token}?lang={locale.Language}"))
            .Paragraph(Words.Get(locale, "WhyWard", delivery.MealPartner.Programme.Campaign.Title, site.Name))
            .Paragraph(MailWords.Question(locale, issuer))
            .Paragraph(issuer.Name);
        return new Mail(MailWords.MessageId(asks ? "awaited" : "coming", mailing.Id.ToString("N"), site.PublicUrl), mailing.Email, mailing.Name, locale.Language, subject, body.Text, body.Html(subject), [])
        {
            ReplyTo = EmailAddress.ToAscii(issuer.Email),
        };

        string On(DateTimeOffset? at) => locale.Day(site.DayOf(at!.Value));
    }

    private static string Hour(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
