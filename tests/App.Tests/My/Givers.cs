using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Solidarity.App.Tests.Site;
using Solidarity.Domain;
using Solidarity.Domain.Donations;
using Solidarity.Domain.People;
using Solidarity.Web.My;

namespace Solidarity.App.Tests.My;

/// <summary>Givers, and the links that are sent to them.</summary>
internal static class Givers
{
    public static string NewAddress() => $"{UnguessableToken.Create().ToLowerInvariant().Replace('_', 'x').Replace('-', 'x')}@example.org";

    /// <summary>A gift that is paid, with its receipt mailed.</summary>
    public static async Task<Donation> GiveAsync(this SiteFixture site, DemoCampaign campaign, string email, string name = "Léa Dumont", string? message = null)
    {
        var before = (await site.DonationsOfAsync(campaign)).Count;
        using var browser = site.Browse();
        var begun = await browser.SendAsync(await browser.GoAsync(campaign.Give), ("amount", "25"), ("email", email), ("name", name), ("message", message));
        await site.Stripe.PayAsync(begun.Next!, Cards.Pays);
        var donation = (await site.DonationsOfAsync(campaign))[before];
        await site.UntilAsync(donation.Token, DonationStatus.Paid);
        await site.UntilQuietAsync();
        return await site.DonationAsync(donation.Token);
    }

    public static Task ConfirmAsync(this SiteFixture site, Person person, bool confirmed) => site.InDbAsync(db =>
        db.People.Where(p => p.Id == person.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.EmailConfirmed, confirmed)));

    public static string GuestPage(this SiteFixture site, string email) => site.Services.GetRequiredService<GuestLink>().PathOf(EmailAddress.ToKey(email)!);

    /// <summary>A link made that long ago.</summary>
    public static string OldGuestPage(this SiteFixture site, string email, TimeSpan ago) =>
        new GuestLink(site.Services.GetRequiredService<IDataProtectionProvider>(), new Earlier(ago)).PathOf(EmailAddress.ToKey(email)!);

    private sealed class Earlier(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() - by;
    }
}
