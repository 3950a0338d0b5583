using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.Partners;
using Solidarity.Domain.Projects;
using Solidarity.Payments.Onboarding;
using Stripe;

namespace Solidarity.Web.Demo;

internal sealed record DemoMade(int Projects, int Campaigns, int Gifts);

/// <summary>
/// Fills an empty database. Projects are written as their owners would have; every gift goes the way of a real one, with both clocks set back:
/// StartDonation, Stripe's checkout page, the event, the ledger, the transfer, the receipt.
/// </summary>
internal sealed class MakeDemo(IServiceScopeFactory scopes, DemoClock clock, DemoSandbox sandbox, DemoMeals meals, IStripeClient stripe)
{
    public async Task<DemoMade> RunAsync(CancellationToken cancel)
    {
        var projects = DemoFiles.Projects();
        var today = TimeProvider.System.GetUtcNow();
        var gifts = DemoGift.Plan(projects, DemoFiles.Givers(), today);
        await sandbox.HoldWebhooksAsync(true, cancel);
        try
        {
            return await MakeAsync(projects, gifts, today, cancel);
        }
        finally
        {
            await sandbox.BackToPresentAsync(CancellationToken.None);
        }
    }

    private async Task<DemoMade> MakeAsync(DemoProject[] projects, List<DemoGift> gifts, DateTimeOffset today, CancellationToken cancel)
    {
        var begin = today.AddDays(-projects.SelectMany(p => p.Campaigns).Max(c => c.StartedDaysAgo) - 7);
        await SetClocksAsync(begin, cancel);
        foreach (var project in projects)
            await WriteAsync(project, today, cancel);
        var feed = new DemoEvents(scopes, stripe);
        var payouts = new DemoPayouts(scopes, sandbox, begin);
        var all = gifts.Concat(await meals.OpenAsync(DemoFiles.Givers(), today, cancel)).OrderBy(g => g.At).ToList();
        foreach (var gift in all)
        {
            await payouts.UntilAsync(gift.At, SetClocksAsync, cancel);
            await meals.UntilAsync(gift.At, SetClocksAsync, cancel);
            await SetClocksAsync(gift.At, cancel);
            try
            {
                await GiveAsync(gift, cancel);
            }
            catch (Refusal refusal) when (refusal.Problems.Any(p => p.Reason == Reason.MealsNotFree))
            {
                // Sold out on that day: the giver turned round.
                continue;
            }

            await feed.TakeInAsync(cancel);
        }

        await meals.EndAsync(cancel);
        await payouts.TakeInAsync(cancel);
        await CloseEndedAsync(projects, today, cancel);
        return new DemoMade(projects.Length, projects.Sum(p => p.Campaigns.Length) + 1, all.Count);
    }

    private async Task SetClocksAsync(DateTimeOffset to, CancellationToken cancel)
    {
        clock.Set(to);
        await sandbox.SetClockAsync(to, cancel);
    }

    private async Task WriteAsync(DemoProject demo, DateTimeOffset today, CancellationToken cancel)
    {
        var account = await new AccountService(stripe).CreateAsync(
            new AccountCreateOptions
            {
                Type = "express",
                Country = demo.Country,
                Email = demo.Organisation.Email,
                BusinessProfile = new AccountBusinessProfileOptions { Name = demo.Organisation.Name },
                Capabilities = new AccountCapabilitiesOptions { Transfers = new AccountCapabilitiesTransfersOptions { Requested = true } },
            }, null, cancel);
        await sandbox.FinishOnboardingAsync(account.Id, cancel);

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SolidarityDb>();
        var published = today.AddDays(-demo.Campaigns.Max(c => c.StartedDaysAgo) - 1);
        var organisation = Organisation(demo.Organisation, published);
        var partner = new Partner { Id = NewId(), OrganisationId = organisation.Id, Name = organisation.Name, StripeAccountId = account.Id };
        var project = Project(demo, organisation, published);
        db.AddRange(organisation, partner, project);
        db.AddRange(demo.Campaigns.Select(c => Campaign(c, project, partner, today)));
        await db.SaveChangesAsync(cancel);
        await scope.ServiceProvider.GetRequiredService<SyncPartner>().RunAsync(account.Id, cancel);
    }

    private async Task GiveAsync(DemoGift gift, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var donation = await scope.ServiceProvider.GetRequiredService<StartDonation>().RunAsync(gift.Request, cancel);
        var checkout = await scope.ServiceProvider.GetRequiredService<Payments.Checkout.OpenCheckout>().RunAsync(donation.Id, cancel);
        if (gift.Card is { } card)
            await sandbox.PayAsync(checkout, card, gift.Request.Email, cancel);
    }

    private async Task CloseEndedAsync(DemoProject[] projects, DateTimeOffset today, CancellationToken cancel)
    {
        foreach (var ended in projects.SelectMany(p => p.Campaigns).Where(c => c.Status == "closed"))
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<SolidarityDb>();
            var campaign = await db.Campaigns.SingleAsync(c => c.Slug == ended.Slug, cancel);
            campaign.MoveTo(CampaignStatus.Closed, campaign.EndsAt ?? today, "demo");
            await db.SaveChangesAsync(cancel);
        }
    }

    private Guid NewId() => Guid.CreateVersion7(clock.GetUtcNow());

    private Organisation Organisation(DemoOrganisation demo, DateTimeOffset at) => new()
    {
        Id = NewId(),
        Slug = demo.Slug,
        Name = demo.Name,
        Kind = demo.Kind,
        Country = demo.Country,
        Street = demo.Street,
        PostalCode = demo.PostalCode,
        City = demo.City,
        Registration = demo.Registration,
        Email = demo.Email,
        VerifiedAt = demo.Verified ? at : null,
    };

    private Project Project(DemoProject demo, Organisation organisation, DateTimeOffset at)
    {
        var project = Draft(demo, organisation, at);
        project.MoveTo(ProjectStatus.InReview, at.AddHours(-20), "demo");
        project.MoveTo(ProjectStatus.Live, at, "demo");
        return project;
    }

    private Project Draft(DemoProject demo, Organisation organisation, DateTimeOffset at) => new()
    {
        Id = NewId(),
        OrganisationId = organisation.Id,
        Slug = demo.Slug,
        Title = demo.Title,
        Summary = demo.Summary,
        Language = demo.Language,
        Place = demo.Place,
        Story = DemoFiles.Text(demo.Story),
        Cover = $"/art/{demo.Art}",
        CoverAlt = demo.ArtAlt,
        PublishedAt = at,
    };

    private Campaign Campaign(DemoCampaign demo, Project project, Partner partner, DateTimeOffset today)
    {
        var id = NewId();
        var launched = today.AddDays(-demo.StartedDaysAgo);
        var campaign = new Campaign
        {
            Id = id,
            ProjectId = project.Id,
            PartnerId = partner.Id,
            Slug = demo.Slug,
            Title = demo.Title,
            Summary = demo.Summary,
            Kind = CampaignKind.Open,
            FeeBearer = demo.FeeBearer,
            CurrencyCode = Currency.Of(demo.Currency).Code,
            GoalMinor = demo.Goal,
            LaunchedAt = launched,
            EndsAt = demo.EndsInDays is { } days ? today.AddDays(days) : null,
            Totals = new CampaignTotals { CampaignId = id },
        };
        campaign.Needs.AddRange((demo.Needs ?? []).Select((need, position) => new CampaignNeed
        {
            Id = NewId(),
            CampaignId = id,
            Position = position,
            Title = need.Title,
            AmountMinor = need.Amount,
            Required = need.Required,
        }));
        campaign.MoveTo(CampaignStatus.InReview, launched.AddHours(-20), "demo");
        campaign.MoveTo(CampaignStatus.Live, launched, "demo");
        return campaign;
    }
}
