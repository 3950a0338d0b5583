using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Solidarity.Domain;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Messages;
using Stripe;
using Stripe.Checkout;

namespace Solidarity.Payments.Checkout;

/// <summary>What the giver reads on Stripe's page beside the campaign's title, in the giver's language.</summary>
public interface ICheckoutWords
{
    string Tip(string language);

    string Fees(string language);
}

/// <summary>Opens Stripe's checkout page for a donation that was saved, or finds the one opened before.</summary>
public sealed class OpenCheckout(SolidarityDb db, IStripeClient stripe, Site site, ICheckoutWords words, TimeProvider clock, ILogger<OpenCheckout> log)
{
    /// <summary>After this the page closes and the donation expires. Stripe allows 30 minutes to 24 hours.</summary>
    public static readonly TimeSpan OpenFor = TimeSpan.FromHours(2);

    /// <summary>For meals: their places are nobody else's so long.</summary>
    public static readonly TimeSpan OpenForMeals = TimeSpan.FromMinutes(45);

    /// <summary>What Stripe names when a session would close too soon to be opened: the donation was begun too long ago.</summary>
    public const string ExpiresAt = "expires_at";

    /// <summary>All tries together: a giver looks at a blank page no longer than this.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <param name="donation">With its lines and their campaigns.</param>
    public static DateTimeOffset ClosesAt(Donation donation) =>
        donation.StartedAt + (donation.CampaignLines.First().Campaign!.Kind == CampaignKind.Meals ? OpenForMeals : OpenFor);

    /// <returns>The address to send the giver to.</returns>
    /// <exception cref="Refusal">Stripe cannot be reached. Nothing was charged, and trying again is safe.</exception>
    public async Task<Uri> RunAsync(Guid donationId, CancellationToken cancel)
    {
        // One click answered by a timeout and another by success must meet in the same session: the key is the donation's.
        var donation = await db.Donations.Include(d => d.Lines).ThenInclude(l => l.Campaign).AsNoTracking().SingleAsync(d => d.Id == donationId, cancel);
        if (donation.CheckoutUrl is { } known)
            return new Uri(known);
        if (donation.Status != DonationStatus.Started)
            return site.GiftPage(donation.Token);
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, patience.Token);
        try
        {
            var session = await new SessionService(stripe).CreateAsync(Options(donation), StripeKeys.For("checkout", donation.Id), either.Token);
            var saved = await db.Donations.Where(d => d.Id == donation.Id && d.Status == DonationStatus.Started)
                .ExecuteUpdateAsync(set => set.SetProperty(d => d.SessionId, session.Id).SetProperty(d => d.CheckoutUrl, session.Url), cancel);
            // Nothing to save to: it was replaced or paid while Stripe was answering.
            return saved == 0 || session.Url is null ? site.GiftPage(donation.Token) : new Uri(session.Url);
        }
        catch (Exception e) when (StripeTrouble.IsPassing(e, cancel))
        {
            throw new Refusal(Reason.PaymentServiceUnavailable);
        }
        catch (StripeException e) when (e.StripeError?.Param == "customer_email")
        {
            throw new Refusal(Reason.EmailNotValid, "email");
        }
        catch (StripeException e) when (e.StripeError?.Code == "amount_too_small")
        {
            throw new Refusal(Reason.AmountTooSmall, "amount", GiftLimits.Smallest(donation.Currency));
        }
        catch (StripeException e) when (e.StripeError?.Param != ExpiresAt)
        {
            // Ours to mend: a key that was revoked, an account that is blocked. Stripe's own words may repeat what the giver typed.
            log.LogError("Stripe refused to open a checkout: {Status} {Code} {Param}.", e.HttpStatusCode, e.StripeError?.Code, e.StripeError?.Param);
            throw new Refusal(Reason.PaymentServiceUnavailable);
        }
    }

    /// <summary>Has the checkouts closed that the same form opened before with other content.</summary>
    public async Task ReplaceAsync(IEnumerable<Guid> donations, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var id in donations)
        {
            if (!await db.Outbox.AnyAsync(m => m.SubjectId == id && m.Kind == OutboxKinds.ExpireCheckout, cancel))
                db.Send(OutboxKinds.ExpireCheckout, id, now);
        }

        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            // Two clicks: the other request has asked for it already.
            db.ChangeTracker.Clear();
        }
    }

    private SessionCreateOptions Options(Donation donation)
    {
        // Renewals and payment intents do not inherit the session's metadata, so it is set on both.
        var metadata = new Dictionary<string, string> { [StripeKeys.DonationMetadata] = donation.Id.ToString("D") };
        var campaign = donation.CampaignLines.First().Campaign!;
        return new SessionCreateOptions
        {
            Mode = "payment",
            SubmitType = "donate",
            ClientReferenceId = donation.Id.ToString("D"),
            CustomerEmail = donation.Email,
            Locale = donation.Language,
            ExpiresAt = ClosesAt(donation).UtcDateTime,
            // Neither proves anything: they only choose the words while the webhook is on its way.
            SuccessUrl = site.GiftPage(donation.Token) + "?done=1",
            CancelUrl = site.GiftPage(donation.Token) + "?back=1",
            Metadata = metadata,
            PaymentIntentData = new SessionPaymentIntentDataOptions
            {
                Metadata = metadata,
                TransferGroup = donation.Id.ToString("D"),
                Description = campaign.Title,
            },
            LineItems = [.. donation.Lines.OrderBy(l => l.Kind).Select(line => new SessionLineItemOptions
            {
                Quantity = 1,
                PriceData = new SessionLineItemPriceDataOptions
                {
                    Currency = donation.CurrencyCode.ToLowerInvariant(),
                    UnitAmount = line.AmountMinor,
                    ProductData = new SessionLineItemPriceDataProductDataOptions { Name = NameOf(line, donation.Language) },
                },
            })],
        };
    }

    private string NameOf(DonationLine line, string language) => line.Kind switch
    {
        LineKind.Tip => words.Tip(language),
        LineKind.Fees => words.Fees(language),
        _ => line.Campaign!.Title,
    };
}
