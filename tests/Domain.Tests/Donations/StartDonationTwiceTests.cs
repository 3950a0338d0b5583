using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Donations;

namespace Solidarity.Domain.Tests.Donations;

/// <summary>The same form sent again: two clicks, the back button, a reload.</summary>
public class StartDonationTwiceTests : DatabaseTest
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Database.CampaignAsync();
    }

    [Fact]
    public async Task The_same_form_with_the_same_content_is_the_same_donation()
    {
        var first = await Database.StartAsync(Clock, Seed.Gift(tip: 200, formKey: "form-1"));
        Clock.Advance(TimeSpan.FromMinutes(5));
        var second = await Database.StartAsync(Clock, Seed.Gift(tip: 200, formKey: "form-1"));
        Assert.Equal(first.Id, second.Id);
        Assert.Equal(2, second.Lines.Count);
    }

    [Fact]
    public async Task What_cleaning_takes_away_makes_no_difference()
    {
        var first = await Database.StartAsync(Clock, Seed.Gift(name: "Ann", formKey: "form-1"));
        var second = await Database.StartAsync(Clock, Seed.Gift(name: " Ann ", tip: 0, email: "ann@example.org ", formKey: "form-1"));
        Assert.Equal(first.Id, second.Id);
    }

    [Fact]
    public async Task Without_a_form_every_request_is_a_new_gift()
    {
        var first = await Database.StartAsync(Clock);
        var second = await Database.StartAsync(Clock);
        Assert.NotEqual(first.Id, second.Id);
    }

    [Fact]
    public async Task Two_clicks_at_once_make_one_donation()
    {
        var started = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Database.StartAsync(Clock, Seed.Gift(tip: 200, formKey: "form-1")))));
        Assert.Single(started.Select(d => d.Id).Distinct());
        await using var db = Database.Open();
        Assert.Equal((1, 2, 1), (await db.Donations.CountAsync(), await db.DonationLines.CountAsync(), await db.DonationMoves.CountAsync()));
    }

    public static TheoryData<string> Changes => ["amount", "tip", "email", "name", "message", "hidden", "hiddenFromOwner", "language", "campaign"];

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Any_other_content_is_another_donation_that_replaces_the_first(string change)
    {
        await Database.CampaignAsync("bread");
        var gift = Seed.Gift(formKey: "form-1");
        var first = await Database.StartAsync(Clock, gift);
        var second = await Database.StartAsync(Clock, change switch
        {
            "amount" => gift with { Gift = Money.Eur(3000) },
            "tip" => gift with { Tip = Money.Eur(100) },
            "email" => gift with { Email = "bob@example.org" },
            "name" => gift with { Name = "Bob" },
            "message" => gift with { Message = "Hello" },
            "hidden" => gift with { HiddenFromPublic = true },
            "hiddenFromOwner" => gift with { HiddenFromOwner = true },
            "language" => gift with { Language = "fr" },
            _ => gift with { CampaignSlug = "bread" },
        });
        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal([first.Id], await ReplacedByAsync(second));
    }

    /// <summary>Words of one field that look like another's must not make two gifts one.</summary>
    [Fact]
    public async Task Content_is_told_apart_field_by_field()
    {
        var first = await Database.StartAsync(Clock, Seed.Gift(name: "x, Message = y", message: null, formKey: "form-1"));
        var second = await Database.StartAsync(Clock, Seed.Gift(name: "x", message: "y, Message = ", formKey: "form-1"));
        Assert.NotEqual(first.Id, second.Id);
    }

    [Fact]
    public async Task Going_back_to_the_first_content_finds_the_first_again()
    {
        var first = await Database.StartAsync(Clock, Seed.Gift(amount: 2500, formKey: "form-1"));
        var second = await Database.StartAsync(Clock, Seed.Gift(amount: 3000, formKey: "form-1"));
        var again = await Database.StartAsync(Clock, Seed.Gift(amount: 2500, formKey: "form-1"));
        Assert.Equal(first.Id, again.Id);
        Assert.Equal([second.Id], await ReplacedByAsync(again));
    }

    [Theory]
    [InlineData("FORM-1")]
    [InlineData("form-10")]
    [InlineData("form_1")]
    [InlineData("form-")]
    [InlineData("xform-1")]
    public async Task Another_persons_form_is_never_replaced(string other)
    {
        await Database.StartAsync(Clock, Seed.Gift(email: "bob@example.org", formKey: other));
        var mine = await Database.StartAsync(Clock, Seed.Gift(formKey: "form-1"));
        Assert.Empty(await ReplacedByAsync(mine));
    }

    /// <summary>Of two requests at once the older may be saved after the newer has looked for it: it gives way itself.</summary>
    [Fact]
    public async Task The_older_of_two_gives_way_to_the_newer_and_never_the_other_way_round()
    {
        var older = await Database.StartAsync(Clock, Seed.Gift(amount: 2500, formKey: "form-1"));
        Clock.Now += TimeSpan.FromSeconds(1);
        var newer = await Database.StartAsync(Clock, Seed.Gift(amount: 3000, formKey: "form-1"));
        await using var db = Database.Open();
        var start = Seed.Start(db, Clock);
        Assert.Equal(newer.Id, (await start.ReplacementOfAsync(older, None))?.Id);
        Assert.Null(await start.ReplacementOfAsync(newer, None));
    }

    [Fact]
    public async Task A_gift_of_no_form_replaces_none()
    {
        await Database.StartAsync(Clock, Seed.Gift(formKey: "form-1"));
        Assert.Empty(await ReplacedByAsync(await Database.StartAsync(Clock)));
    }

    [Fact]
    public async Task What_was_paid_or_is_on_its_way_is_not_replaced()
    {
        await Database.PaidAsync(Clock, Seed.Gift(amount: 1000, formKey: "form-1"));
        var processing = await Database.StartAsync(Clock, Seed.Gift(amount: 1100, formKey: "form-1"));
        await MoveAsync(processing, DonationStatus.Processing);
        Assert.Empty(await ReplacedByAsync(await Database.StartAsync(Clock, Seed.Gift(formKey: "form-1"))));
    }

    [Fact]
    public async Task A_reload_after_paying_finds_the_paid_donation()
    {
        var paid = await Database.PaidAsync(Clock, Seed.Gift(formKey: "form-1"));
        var again = await Database.StartAsync(Clock, Seed.Gift(formKey: "form-1"));
        Assert.Equal((paid.Id, DonationStatus.Paid), (again.Id, again.Status));
    }

    [Theory]
    [InlineData(DonationStatus.Failed)]
    [InlineData(DonationStatus.Expired)]
    public async Task After_a_failure_the_same_form_begins_anew(DonationStatus end)
    {
        var first = await Database.StartAsync(Clock, Seed.Gift(formKey: "form-1"));
        await MoveAsync(first, end);
        var second = await Database.StartAsync(Clock, Seed.Gift(formKey: "form-1"));
        Assert.NotEqual(first.Id, second.Id);
        Assert.Empty(await ReplacedByAsync(second));
    }

    private async Task<List<Guid>> ReplacedByAsync(Donation donation)
    {
        await using var db = Database.Open();
        return await Seed.Start(db, Clock).ReplacedByAsync(donation, None);
    }

    private async Task MoveAsync(Donation donation, DonationStatus to)
    {
        await using var db = Database.Open();
        (await db.Donations.SingleAsync(d => d.Id == donation.Id)).MoveTo(to, FakeClock.Noon, "cs_1");
        await db.SaveChangesAsync();
    }
}
