using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Donations;

namespace Solidarity.Domain.Tests.Donations;

public class StartDonationTests : DatabaseTest
{
    [Fact]
    public async Task A_gift_with_a_tip_is_saved_with_its_lines_and_its_first_move()
    {
        var campaign = await Database.CampaignAsync();
        var started = await Database.StartAsync(Clock, Seed.Gift(amount: 2500, tip: 200, message: "For the soup"));

        await using var db = Database.Open();
        var donation = await db.Donations.Include(d => d.Lines).Include(d => d.Moves).SingleAsync();
        Assert.Equal(started.Id, donation.Id);
        Assert.Equal((DonationStatus.Started, Money.Eur(2700), "ann@example.org", "Ann", "For the soup", "en", FakeClock.Noon),
            (donation.Status, donation.Amount, donation.Email, donation.Name, donation.Message, donation.Language, donation.StartedAt));
        Assert.Equal(UnguessableToken.Length, donation.Token.Length);
        Assert.Null(donation.FormKey);
        Assert.Equal(
            [(LineKind.Gift, 2500L, campaign.Id), (LineKind.Tip, 200L, (Guid?)null)],
            donation.Lines.OrderBy(l => l.Kind).Select(l => (l.Kind, l.AmountMinor, l.CampaignId)));
        var move = Assert.Single(donation.Moves);
        Assert.Equal((DonationStatus.Started, DonationStatus.Started, "giver"), (move.From, move.To, move.By));
    }

    /// <summary>EF once took the view of some lines for a second relationship, with a column of its own.</summary>
    [Fact]
    public async Task Campaign_lines_are_the_lines_less_the_tip()
    {
        await Database.CampaignAsync();
        await Database.StartAsync(Clock, Seed.Gift(tip: 200));
        await using var db = Database.Open();
        var donation = await db.Donations.Include(d => d.Lines).SingleAsync();
        Assert.Equal(LineKind.Gift, Assert.Single(donation.CampaignLines).Kind);
        Assert.Equal(2, donation.Lines.Count);
        Assert.DoesNotContain(db.Model.FindEntityType(typeof(DonationLine))!.GetProperties(), p => p.IsShadowProperty());
    }

    [Fact]
    public async Task A_tip_of_zero_is_no_line_even_in_another_currency()
    {
        await Database.CampaignAsync();
        var donation = await Database.StartAsync(Clock, Seed.Gift() with { Tip = Money.Zero(Currency.Of("USD")) });
        Assert.Equal(LineKind.Gift, Assert.Single(donation.Lines).Kind);
        Assert.Equal(2500, donation.AmountMinor);
    }

    [Fact]
    public async Task Added_fees_cover_gift_and_tip_and_go_to_the_campaign()
    {
        var campaign = await Database.CampaignAsync(bearer: FeeBearer.Giver);
        var donation = await Database.StartAsync(Clock, Seed.Gift(amount: 2500, tip: 200, addFees: true));
        var fees = donation.Lines.Single(l => l.Kind == LineKind.Fees);
        Assert.Equal((EstimatedFee.ToAddTo(Money.Eur(2700)).Minor, (Guid?)campaign.Id), (fees.AmountMinor, fees.CampaignId));
        Assert.Equal(2700 + fees.AmountMinor, donation.AmountMinor);
        Assert.Equal(donation.AmountMinor, donation.Lines.Sum(l => l.AmountMinor));
    }

    [Theory]
    [InlineData("JPY", 150)]
    [InlineData("TND", 1000)]
    [InlineData("EUR", 100)]
    [InlineData("EUR", 1_000_000)]
    public async Task The_smallest_and_largest_gifts_are_taken(string currency, long minor)
    {
        await Database.CampaignAsync(currency: currency);
        Assert.Equal(minor, (await Database.StartAsync(Clock, Seed.Gift(amount: minor, currency: currency))).AmountMinor);
    }

    [Theory]
    [InlineData("Zoë Ó Súilleabháin")]
    [InlineData("李小龍")]
    [InlineData("مريم")]
    [InlineData("👩\u200D🍳 & co.")]
    public async Task Every_name_comes_back_as_it_was_given(string name)
    {
        await Database.CampaignAsync();
        await Database.StartAsync(Clock, Seed.Gift(name: name, message: name));
        await using var db = Database.Open();
        var donation = await db.Donations.SingleAsync();
        Assert.Equal((name, name), (donation.Name, donation.Message));
    }

    [Fact]
    public async Task What_is_typed_is_cleaned_before_it_is_kept()
    {
        await Database.CampaignAsync();
        var donation = await Database.StartAsync(Clock, Seed.Gift(
            email: "  ann@example.org ", name: " Ann\r\nBcc: x@example.org ", message: "Thanks\r\n\u202Eevil\u0000\u0007 all\r\n"));
        Assert.Equal(("ann@example.org", "Ann Bcc: x@example.org", "Thanks\nevil all"), (donation.Email, donation.Name, donation.Message));
    }

    [Fact]
    public async Task No_name_and_no_words_are_fine()
    {
        await Database.CampaignAsync();
        var donation = await Database.StartAsync(Clock, Seed.Gift(name: "  ", message: "\r\n"));
        Assert.Null(donation.Name);
        Assert.Null(donation.Message);
    }

    [Theory]
    [InlineData("ann@example.org")]
    [InlineData("ann+soup@mail.example.co.uk")]
    [InlineData("o'neil@example.ie")]
    [InlineData("ann@münchen.example")]
    [InlineData("a@b.cd")]
    public async Task Addresses_that_people_have_are_taken(string email)
    {
        await Database.CampaignAsync();
        Assert.Equal(email, (await Database.StartAsync(Clock, Seed.Gift(email: email))).Email);
    }
}
