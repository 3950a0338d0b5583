using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Donations;

namespace Solidarity.Domain.Tests.Donations;

public class StartDonationRefusalTests : DatabaseTest
{
    [Fact]
    public async Task A_campaign_that_nobody_knows()
    {
        var problem = Assert.Single(await ProblemsAsync(Seed.Gift("nowhere")));
        Assert.Equal((Reason.CampaignUnknown, null), (problem.Reason, problem.Field));
    }

    [Theory]
    [InlineData(CampaignStatus.Draft)]
    [InlineData(CampaignStatus.InReview)]
    [InlineData(CampaignStatus.Succeeded)]
    [InlineData(CampaignStatus.Failed)]
    [InlineData(CampaignStatus.Closed)]
    [InlineData(CampaignStatus.Suspended)]
    public async Task A_campaign_that_is_not_live(CampaignStatus status)
    {
        await Database.CampaignAsync(status: status);
        await RefusedAsync(Seed.Gift(), Reason.CampaignNotOpen, null);
    }

    [Fact]
    public async Task A_campaign_whose_time_is_over()
    {
        await Database.CampaignAsync(endsAt: FakeClock.Noon.AddHours(1));
        await Database.StartAsync(Clock);
        Clock.Advance(TimeSpan.FromHours(1));
        await RefusedAsync(Seed.Gift(), Reason.CampaignNotOpen, null);
    }

    [Fact]
    public async Task A_partner_that_cannot_be_paid_yet()
    {
        await Database.CampaignAsync(canBePaid: false);
        await RefusedAsync(Seed.Gift(), Reason.PartnerNotReady, null);
    }

    [Theory]
    [InlineData(0, Reason.AmountNotPositive)]
    [InlineData(-2500, Reason.AmountNotPositive)]
    [InlineData(long.MinValue, Reason.AmountNotPositive)]
    [InlineData(1, Reason.AmountTooSmall)]
    [InlineData(99, Reason.AmountTooSmall)]
    [InlineData(1_000_001, Reason.AmountTooLarge)]
    [InlineData(long.MaxValue, Reason.AmountTooLarge)]
    public async Task An_amount_out_of_bounds(long amount, Reason reason)
    {
        await Database.CampaignAsync();
        await RefusedAsync(Seed.Gift(amount: amount), reason, "amount");
    }

    [Theory]
    [InlineData(-1, Reason.AmountNotPositive)]
    [InlineData(1_000_001, Reason.TipTooLarge)]
    public async Task A_tip_out_of_bounds(long tip, Reason reason)
    {
        await Database.CampaignAsync();
        await RefusedAsync(Seed.Gift(tip: tip), reason, "tip");
    }

    [Fact]
    public async Task Another_currency()
    {
        await Database.CampaignAsync();
        var problem = Assert.Single(await ProblemsAsync(Seed.Gift(currency: "USD")));
        Assert.Equal((Reason.CurrencyNotAccepted, "currency"), (problem.Reason, problem.Field));
        Assert.Equal(["EUR"], problem.Args);
        await RefusedAsync(Seed.Gift() with { Tip = new Money(100, Currency.Of("USD")) }, Reason.CurrencyNotAccepted, "currency");
        await RefusedAsync(Seed.Gift() with { Gift = default }, Reason.CurrencyNotAccepted, "currency");
    }

    [Theory]
    [InlineData(FeeBearer.Platform)]
    [InlineData(FeeBearer.Recipient)]
    public async Task Fees_where_the_campaign_does_not_offer_it(FeeBearer bearer)
    {
        await Database.CampaignAsync(bearer: bearer);
        await RefusedAsync(Seed.Gift(addFees: true), Reason.FeesNotOffered, "addFees");
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public async Task No_address(string email)
    {
        await Database.CampaignAsync();
        await RefusedAsync(Seed.Gift(email: email), Reason.EmailMissing, "email");
    }

    [Theory]
    [InlineData("jürgen@example.de")]
    [InlineData("ann")]
    [InlineData("ann@")]
    [InlineData("@example.org")]
    [InlineData("ann@localhost")]
    [InlineData("ann@example..org")]
    [InlineData("ann@example.org.")]
    [InlineData("ann@.example.org")]
    [InlineData("ann@-example.org")]
    [InlineData("ann@[127.0.0.1]")]
    [InlineData("ann@127.0.0.1")]
    [InlineData("ann@@example.org")]
    [InlineData("ann smith@example.org")]
    [InlineData("Ann <ann@example.org>")]
    [InlineData("<ann@example.org>")]
    [InlineData("\"Ann\" ann@example.org")]
    [InlineData("\"ann\"@example.org")]
    [InlineData("ann(soup)@example.org")]
    [InlineData("ann@example.org,bob@example.org")]
    [InlineData("ann@example.org;bob@example.org")]
    [InlineData("ann@example.org\r\nBcc: bob@example.org")]
    [InlineData("ann@example.org\nBcc:bob@example.org")]
    [InlineData("ann\r\n@example.org")]
    [InlineData("ann@example.org\0")]
    [InlineData("ann\u0000@example.org")]
    [InlineData("ann@example.org%0ABcc:bob@example.org")]
    [InlineData("ann\u202Egro@example.org")]
    [InlineData("ann\u200B@example.org")]
    [InlineData("ann\u2028Bcc@example.org")]
    [InlineData("ann@example\uD83D.org")]
    public async Task An_address_that_is_none_or_would_say_more_than_an_address(string email)
    {
        await Database.CampaignAsync();
        await RefusedAsync(Seed.Gift(email: email), Reason.EmailNotValid, "email");
    }

    [Fact]
    public async Task An_address_longer_than_mail_allows()
    {
        await Database.CampaignAsync();
        var host = string.Concat(Enumerable.Repeat("example.", 30)) + "org";
        await RefusedAsync(Seed.Gift(email: new string('a', 255 - host.Length - 1) + "@" + host), Reason.EmailNotValid, "email");
    }

    [Fact]
    public async Task A_name_or_words_that_are_too_long_once_cleaned()
    {
        await Database.CampaignAsync();
        await RefusedAsync(Seed.Gift(name: new string('n', StartDonation.LongestName + 1)), Reason.NameTooLong, "name", StartDonation.LongestName);
        await RefusedAsync(Seed.Gift(message: new string('m', StartDonation.LongestMessage + 1)), Reason.MessageTooLong, "message", StartDonation.LongestMessage);

        // A browser counts a line end as one, and sends two.
        var lines = string.Join("\r\n", Enumerable.Repeat("m", StartDonation.LongestMessage / 2));
        var donation = await Database.StartAsync(Clock, Seed.Gift(name: new string('n', StartDonation.LongestName), message: lines));
        Assert.Equal(StartDonation.LongestMessage - 1, donation.Message!.Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("es")]
    [InlineData("EN")]
    [InlineData("en-IE")]
    [InlineData(null)]
    public async Task A_language_that_the_platform_does_not_speak(string? language)
    {
        await Database.CampaignAsync();
        await RefusedAsync(Seed.Gift(language: language!), Reason.LanguageUnknown, "language");
    }

    [Theory]
    [InlineData("")]
    [InlineData("a:b")]
    [InlineData("a b")]
    [InlineData("a%")]
    [InlineData("a\n")]
    [InlineData("é")]
    public async Task A_form_key_that_no_form_of_ours_carries(string key)
    {
        await Database.CampaignAsync();
        await RefusedAsync(Seed.Gift(formKey: key), Reason.FormKeyNotValid, null);
        await RefusedAsync(Seed.Gift(formKey: new string('k', 65)), Reason.FormKeyNotValid, null);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once_with_its_field()
    {
        await Database.CampaignAsync(status: CampaignStatus.Closed);
        var problems = await ProblemsAsync(new GiftRequest(
            "soup", Money.Eur(5), Money.Eur(-5), true, "nobody", new string('n', 101), new string('m', 501), false, false, "xx", "a:b"));
        Assert.Equal(
            [
                (Reason.CampaignNotOpen, null),
                (Reason.AmountTooSmall, "amount"),
                (Reason.AmountNotPositive, "tip"),
                (Reason.FeesNotOffered, "addFees"),
                (Reason.EmailNotValid, "email"),
                (Reason.NameTooLong, "name"),
                (Reason.MessageTooLong, "message"),
                (Reason.LanguageUnknown, "language"),
                (Reason.FormKeyNotValid, null),
            ],
            problems.Select(p => (p.Reason, p.Field)));
    }

    private async Task RefusedAsync(GiftRequest gift, Reason reason, string? field, params object[] args)
    {
        var problem = Assert.Single(await ProblemsAsync(gift));
        Assert.Equal((reason, field), (problem.Reason, problem.Field));
        if (args.Length > 0)
            Assert.Equal(args, problem.Args);
    }

    /// <summary>What was refused left nothing behind.</summary>
    private async Task<IReadOnlyList<Problem>> ProblemsAsync(GiftRequest gift)
    {
        await using var db = Database.Open();
        var before = await db.Donations.CountAsync();
        var refusal = await Assert.ThrowsAsync<Refusal>(() => Seed.Start(db, Clock).RunAsync(gift, None));
        Assert.Equal(before, await db.Donations.CountAsync());
        return refusal.Problems;
    }
}
