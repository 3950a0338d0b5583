using Solidarity.Domain;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Meals;
using Solidarity.Domain.Partners;
using Solidarity.Domain.Pictures;
using Solidarity.Domain.Updates;
using Solidarity.Jobs.Mail;
using Solidarity.Jobs.Tests.Receipts;

namespace Solidarity.Jobs.Tests.Meals;

public class MealMailTests
{
    private static readonly Site Site = new() { Name = "Solidarité", PublicUrl = new Uri("https://solidarity.example") };

    public static TheoryData<string> Languages => [.. Domain.Languages.All];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Meals_on_their_way_to_a_ward(string language) => Snapshot.Verify(Shown(WardMail.Build(Mailing(language, MailingKind.MealsComing), Delivery(3, DeliveryStatus.Left), Site, Sample.Issuer)), language);

    [Theory]
    [MemberData(nameof(Languages))]
    public void Meals_that_were_brought_to_a_ward(string language) =>
        Snapshot.Verify(Shown(WardMail.Build(Mailing(language, MailingKind.MealsComing), Delivery(1, DeliveryStatus.Left, DeliveryStatus.Delivered), Site, Sample.Issuer)), language);

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_ward_that_has_not_answered(string language) =>
        Snapshot.Verify(Shown(WardMail.Build(Mailing(language, MailingKind.MealsAwaited), Delivery(12, DeliveryStatus.Left, DeliveryStatus.Delivered), Site, Sample.Issuer)), language);

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_ward_is_asked_of_what_left_and_nobody_said_was_brought(string language) =>
        Snapshot.Verify(Shown(WardMail.Build(Mailing(language, MailingKind.MealsAwaited), Delivery(12, DeliveryStatus.Left), Site, Sample.Issuer)), language);

    [Theory]
    [MemberData(nameof(Languages))]
    public void Meals_of_a_giver_that_were_brought(string language) =>
        Snapshot.Verify(Shown(MealsDeliveredMail.Build(Mailing(language, MailingKind.MealsDelivered, "Zoë"), Delivery(12, DeliveryStatus.Left, DeliveryStatus.Delivered), [Gift("first", 2)], Site, Sample.Issuer)), language);

    [Fact]
    public void Meals_of_two_gifts_that_arrived() => Snapshot.Verify(Shown(MealsDeliveredMail.Build(
        Mailing("fr", MailingKind.MealsDelivered), Delivery(12, DeliveryStatus.Left, DeliveryStatus.Delivered, DeliveryStatus.Confirmed), [Gift("second", 1), Gift("first", 2)], Site, Sample.Issuer)));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Thanks_of_a_ward(string language)
    {
        var mail = Thanks(language);
        Snapshot.Verify(Shown(mail), language);
        Assert.Equal("https://solidarity.example/unsubscribe/tokentokentokentokentokento", mail.Unsubscribe!.OneClick.ToString());
        Assert.DoesNotContain("<script", mail.Html, StringComparison.Ordinal);
    }

    private static Jobs.Mail.Mail Thanks(string language) => MealThanksMail.Build(
        new MealThanksContent(
            Mailing(language, MailingKind.MealThanks, "Zoë"), "choicechoicechoicechoicecho",
            new MealThanks
            {
                Id = Guid.Empty,
                DeliveryId = Guid.Empty,
                CampaignId = Guid.Empty,
                Words = "Merci !\nToute l’équipe de nuit <script>x</script>",
                Language = "fr",
                Picture = new Picture { Id = Guid.Empty, Token = "picturepicturepicturepictur", Alt = "Four nurses at a table", Width = 800, Height = 600, Bytes = 1, Widths = "320,640,800", CreatedAt = Sample.PaidAt },
                WrittenAt = Sample.PaidAt,
            },
            Delivery(12, DeliveryStatus.Left, DeliveryStatus.Delivered, DeliveryStatus.Confirmed), [Gift("first", 2)]),
        Site, Sample.Issuer);

    private static string Shown(Jobs.Mail.Mail mail) => $"{mail.Subject}\n\n{mail.Text}";

    private static BroughtGift Gift(string token, int meals) => new(token, Sample.PaidAt.AddDays(-10 * meals), meals);

    private static Mailing Mailing(string language, MailingKind kind, string? name = null) => new()
    {
        Id = Guid.Parse("01990000-0000-7000-8000-000000000001"),
        Kind = kind,
        SubjectId = Guid.Empty,
        Email = "zoe@example.org",
        Name = name,
        Language = language,
        Token = "tokentokentokentokentokento",
        CreatedAt = Sample.PaidAt,
    };

    private static MealDelivery Delivery(int count, params DeliveryStatus[] moves)
    {
        var campaign = new Campaign { Id = Guid.Empty, ProjectId = Guid.Empty, PartnerId = Guid.Empty, Slug = "meals", Title = "Mille repas", Summary = "", CurrencyCode = "EUR", Totals = new CampaignTotals { CampaignId = Guid.Empty } };
        var delivery = new MealDelivery
        {
            Id = Guid.Empty,
            Number = 7,
            MealPartnerId = Guid.Empty,
            MealPartner = new MealPartner
            {
                Id = Guid.Empty,
                CampaignId = Guid.Empty,
                Programme = new MealProgramme { CampaignId = Guid.Empty, Campaign = campaign, UnitMinor = 1000, Rule = UndeliveredRule.Refund, DeliverBy = new DateOnly(2026, 12, 1), WeeksAhead = 4 },
                PartnerId = Guid.Empty,
                Partner = new Partner { Id = Guid.Empty, OrganisationId = Guid.Empty, Name = "Chez Fatiha" },
                Words = "",
                Language = "fr",
                Allergens = "gluten, noix",
                City = "Bruxelles",
                Per = CapacityPer.Day,
                Capacity = 20,
                Days = OpenDays.Monday,
                AppliedAt = Sample.PaidAt,
            },
            CareSiteId = Guid.Empty,
            CareSite = new CareSite
            {
                Id = Guid.Empty,
                CampaignId = Guid.Empty,
                Name = "Saint-Luc",
                Ward = "Urgences",
                Street = "",
                PostalCode = "",
                City = "",
                Contact = "",
                ContactEmail = "ward@example.org",
                Language = "fr",
            },
            Token = "deliverydeliverydeliveryde1",
            Day = new DateOnly(2026, 8, 1),
            From = new TimeOnly(18, 0),
            Until = new TimeOnly(19, 30),
            Count = count,
            PlannedAt = Sample.PaidAt,
        };
        foreach (var move in moves)
            delivery.MoveTo(move, Sample.PaidAt);
        return delivery;
    }
}
