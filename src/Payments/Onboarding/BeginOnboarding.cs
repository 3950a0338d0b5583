using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Partners;
using Stripe;

namespace Solidarity.Payments.Onboarding;

/// <summary>Sends a partner to Stripe, where it gives its details: opens its account there the first time, or where the account is gone, and comes back to it every other time.</summary>
public sealed class BeginOnboarding(SolidarityDb db, IStripeClient stripe, AskStripe ask)
{
    /// <summary>Two calls, and again if they fail.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>What is said of the country that an account is opened in, which cannot be changed afterwards.</summary>
    private const string Country = "country";

    /// <param name="partnerId">That the caller may act for; checked before.</param>
    /// <param name="returnUrl">Where the browser comes back to. It proves nothing: call <see cref="SyncPartner"/> there.</param>
    /// <param name="refreshUrl">Where it comes back to when the link was used up or too old; call this again there.</param>
    /// <returns>The address to send the partner to, good once and for some minutes.</returns>
    /// <exception cref="Refusal">Stripe cannot be reached, or does not work in the organisation's country. Trying again is safe.</exception>
    public async Task<Uri> RunAsync(Guid partnerId, Uri returnUrl, Uri refreshUrl, CancellationToken cancel)
    {
        var partner = await db.Partners.Include(p => p.Organisation).AsNoTracking().SingleAsync(p => p.Id == partnerId, cancel);
        return await ask.RunAsync(Patience, async patient =>
        {
            var account = partner.NeedsAccount ? await OpenAccountAsync(partner, patient) : partner.StripeAccountId!;
            return await LinkAsync(account, returnUrl, refreshUrl, patient);
        }, cancel);
    }

    /// <summary>The partner's row is the intent. Whoever comes at the same moment, or after a crash, calls under the same key and gets the same account.</summary>
    private async Task<string> OpenAccountAsync(Partner partner, CancellationToken cancel)
    {
        try
        {
            var account = await new AccountService(stripe).CreateAsync(Options(partner), Key(partner), cancel);
            // What Stripe said of an account that is gone counts for nothing. What waits for the partner waits on, and is passed on to the new one.
            await db.Partners.Where(p => p.Id == partner.Id && p.StripeAccountId == partner.StripeAccountId)
                .ExecuteUpdateAsync(set => set.SetProperty(p => p.StripeAccountId, account.Id).SetProperty(p => p.DisabledReason, (string?)null)
                    .SetProperty(p => p.DetailsSubmitted, false).SetProperty(p => p.TransfersActive, false).SetProperty(p => p.PayoutsEnabled, false)
                    .SetProperty(p => p.UnderReview, false).SetProperty(p => p.RequirementsDue, (string?)null).SetProperty(p => p.RequirementsDueBy, (DateTimeOffset?)null), cancel);
            return (await db.Partners.Where(p => p.Id == partner.Id).Select(p => p.StripeAccountId).SingleAsync(cancel))!;
        }
        catch (StripeException e) when (e.StripeError is { Param: Country } or { Code: "country_unsupported" })
        {
            throw new Refusal(Reason.PartnerCountryNotServed, Country);
        }
    }

    private static AccountCreateOptions Options(Partner partner) => new()
    {
        Type = "express",
        Country = partner.Organisation.Country,
        Email = partner.Organisation.Email,
        BusinessProfile = new AccountBusinessProfileOptions { Name = partner.Name },
        Capabilities = new AccountCapabilitiesOptions { Transfers = new AccountCapabilitiesTransfersOptions { Requested = true } },
        Metadata = new() { [StripeKeys.PartnerMetadata] = partner.Id.ToString("D") },
    };

    /// <summary>
    /// Stripe refuses a key that comes again with other words, and forgets it after a day. Then another account is opened; the one before was lost in a
    /// crash, so nobody was ever sent to it and no money can be in it.
    /// </summary>
    private static RequestOptions Key(Partner partner)
    {
        var said = SHA256.HashData(Encoding.UTF8.GetBytes($"{partner.Organisation.Country}\n{partner.Organisation.Email}\n{partner.Name}{(partner.StripeAccountId is { } gone ? $"\n{gone}" : "")}"));
        return StripeKeys.For($"account-{Convert.ToHexStringLower(said.AsSpan(0, 8))}", partner.Id);
    }

    private async Task<Uri> LinkAsync(string account, Uri returnUrl, Uri refreshUrl, CancellationToken cancel)
    {
        // Without a key: the same link twice would be one that is used up.
        var link = await new AccountLinkService(stripe).CreateAsync(
            new AccountLinkCreateOptions
            {
                Account = account,
                Type = "account_onboarding",
                ReturnUrl = returnUrl.AbsoluteUri,
                RefreshUrl = refreshUrl.AbsoluteUri,
                // All at once rather than a new question at every threshold.
                CollectionOptions = new AccountLinkCollectionOptionsOptions { Fields = "eventually_due" },
            }, null, cancel);
        return new Uri(link.Url);
    }
}
