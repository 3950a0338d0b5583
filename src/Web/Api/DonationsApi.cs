using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Solidarity.Domain;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Meals;
using Solidarity.Jobs.Engine;
using Solidarity.Jobs.Messages;
using Solidarity.Web.Language;
using Solidarity.Web.Safety;

namespace Solidarity.Web.Api;

/// <param name="Amount">The gift in minor units.</param>
/// <param name="Tip">For the platform, in minor units; none unless asked for.</param>
/// <param name="Currency">ISO 4217, in any case: the campaign's.</param>
/// <param name="Email">Where the receipt goes. Never public.</param>
/// <param name="Name">Shown on the wall unless anonymous.</param>
/// <param name="Anonymous">The public does not see the name.</param>
/// <param name="HiddenFromOwner">The project's owner does not see the name either.</param>
/// <param name="Message">Words for the wall, at most 500 characters.</param>
/// <param name="Language">fr, nl, en, it or de: of the checkout page, the mails and the receipt. The request's own language if left out.</param>
/// <param name="AddFees">Adds about what Stripe takes, where the campaign offers it.</param>
/// <param name="Updates">Mail me the project's updates, once the gift is paid.</param>
/// <param name="Meals">For a campaign of kind meals, and for no other: which. The amount is then what they cost; another than that is refused, and 0 leaves it to us.</param>
/// <param name="Question">The ticket of the question that a refusal "questionAsked" came with, where many payments were declined from the same address before.</param>
/// <param name="Answer">What its words ask, as a figure or in words.</param>
/// <param name="Work">Instead of the answer: a text for which SHA-256 of ticket, colon and text begins with as many zero bits as the question says.</param>
public sealed record DonationRequest(
    long Amount, string Currency, string Email, long? Tip = null, string? Name = null, bool Anonymous = false, bool HiddenFromOwner = false, string? Message = null,
    string? Language = null, bool AddFees = false, bool Updates = false, IReadOnlyList<MealRequest>? Meals = null,
    string? Question = null, string? Answer = null, string? Work = null);

/// <param name="Restaurant">The restaurant's id in the programme, as GET /api/v1/campaigns/{slug} gives it.</param>
/// <param name="Site">The care site's id, from there too.</param>
/// <param name="Count">How many meals.</param>
public sealed record MealRequest(Guid Restaurant, Guid Site, int Count);

/// <param name="Token">The secret of /gifts/{token}: whoever has it sees the gift.</param>
/// <param name="CheckoutUrl">Where the giver pays.</param>
public sealed record DonationAnswer(Guid Id, string Token, Uri CheckoutUrl);

internal static class DonationsApi
{
    public static void MapDonations(this IEndpointRouteBuilder api) => api.MapPost("/campaigns/{slug}/donations", PostAsync)
        .RequireRateLimiting(SafetySetup.Giving)
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status429TooManyRequests).ProducesProblem(StatusCodes.Status503ServiceUnavailable)
        .WithName("StartDonation")
        .WithSummary("Begins a donation. The giver pays at checkoutUrl; GET /api/v1/gifts/{token} tells how it stands.")
        .WithDescription("With an Idempotency-Key header the same request sent again for the same campaign and e-mail address is answered with the same donation. With another amount it begins a new one, and the payment page of the earlier one is closed.");

    private static async Task<Created<DonationAnswer>> PostAsync(
        string slug, DonationRequest request, [FromHeader(Name = "Idempotency-Key")] string? idempotencyKey, HttpContext context, GuardGiving guard, IWakeJobs wake, CancellationToken cancel)
    {
        if (!Currency.TryOf(request.Currency, out var currency))
            throw new Refusal(Reason.CurrencyNotAccepted, "currency", request.Currency ?? "");
        var meals = request.Meals?.OfType<MealRequest>().Select(m => new MealWish(m.Restaurant, m.Site, m.Count)).ToList();
        var gift = new GiftRequest(slug, new Money(request.Amount, currency), request.Tip is { } tip ? new Money(tip, currency) : null, request.AddFees,
                request.Email ?? "", request.Name, request.Message, request.Anonymous, request.HiddenFromOwner,
                request.Language ?? context.ReaderLanguage(), FormKeyOf(idempotencyKey, slug, request.Email), request.Updates,
                meals);
        var begun = await guard.BeginAsync(context, gift, new(slug, request.Question, request.Answer, request.Work), cancel);
        if (begun.Replaced)
            wake.Wake<ProcessOutbox>();
        var donation = begun.Donation;
        return TypedResults.Created($"/api/v1/gifts/{donation.Token}", new DonationAnswer(donation.Id, donation.Token, begun.Next));
    }

    /// <summary>Of this campaign and giver alone: a stranger who happens upon the same key must not be shown somebody else's gift.</summary>
    private static string? FormKeyOf(string? idempotencyKey, string slug, string? email)
    {
        if (string.IsNullOrEmpty(idempotencyKey))
            return null;
        var whose = JsonSerializer.SerializeToUtf8Bytes(new[] { idempotencyKey, slug, email?.Trim().ToLowerInvariant() });
        return "api-" + Convert.ToHexStringLower(SHA256.HashData(whose).AsSpan(0, 16));
    }
}
