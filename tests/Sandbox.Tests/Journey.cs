using System.Net;

namespace Solidarity.Sandbox.Tests;

/// <summary>The steps that many tests begin with.</summary>
public static class Journey
{
    public const string Visa = "4242424242424242";
    public const string AvailableAtOnce = "4000000000000077";

    public static (string, string)[] SessionFields(long amount = 2000, string currency = "eur", params (string, string)[] more) =>
    [
        ("mode", "payment"),
        ("line_items[0][price_data][currency]", currency),
        ("line_items[0][price_data][unit_amount]", $"{amount}"),
        ("line_items[0][price_data][product_data][name]", "A gift"),
        ("line_items[0][quantity]", "1"),
        ("success_url", "https://site.example/thanks?session={CHECKOUT_SESSION_ID}"),
        ("cancel_url", "https://site.example/back"),
        .. more,
    ];

    public static async Task<Reply> NewSession(this SandboxHost host, long amount = 2000, string currency = "eur", params (string, string)[] more) =>
        (await host.Stripe.Post("/v1/checkout/sessions", SessionFields(amount, currency, more))).Ok();

    public static async Task<PageReply> PayBy(this SandboxHost host, string url, params (string, string)[] fields)
    {
        using var client = host.NewClient();
        using var form = StripeApi.Form(fields);
        using var response = await client.PostAsync(new Uri(url), form);
        return new(response.StatusCode, response.Headers.Location?.ToString(), await response.Content.ReadAsStringAsync());
    }

    public static Task<PageReply> PayByCard(this SandboxHost host, string url, string number, string exp = "12/34", string cvc = "123", string email = "giver@example.org") =>
        host.PayBy(url, ("card_number", number), ("exp", exp), ("cvc", cvc), ("email", email));

    public static Task<PageReply> PayByDebit(this SandboxHost host, string url, string iban = "DE89370400440532013000") =>
        host.PayBy(url, ("method", "sepa_debit"), ("iban", iban), ("email", "giver@example.org"), ("name", "Ada Giver"));

    /// <summary>A session paid by card; answers its charge.</summary>
    public static async Task<Reply> PaidCharge(this SandboxHost host, long amount = 2000, string card = Visa, string currency = "eur", params (string, string)[] more)
    {
        var session = await host.NewSession(amount, currency, more);
        Assert.Equal(HttpStatusCode.SeeOther, (await host.PayByCard(session.Text("url"), card)).Status);
        return await host.ChargeOf(session.Id);
    }

    public static async Task<Reply> ChargeOf(this SandboxHost host, string sessionId)
    {
        var session = await host.Stripe.Get($"/v1/checkout/sessions/{sessionId}", ("expand[]", "payment_intent"));
        return (await host.Stripe.Get($"/v1/charges/{session["payment_intent"]!["latest_charge"]}")).Ok();
    }

    /// <summary>A connected account that may receive transfers.</summary>
    public static async Task<string> ReadyAccount(this SandboxHost host)
    {
        var account = (await host.Stripe.Post("/v1/accounts", ("type", "express"), ("country", "BE"), ("capabilities[transfers][requested]", "true"))).Ok();
        await host.Control($"accounts/{account.Id}", ("transfers", "active"), ("payouts_enabled", "true"), ("details_submitted", "true"));
        return account.Id;
    }

    public static async Task<string[]> EventTypes(this SandboxHost host) =>
        [.. (await host.Stripe.Get("/v1/events", ("limit", "100"))).Data.Select(found => (string)found["type"]!).Reverse()];
}

/// <param name="Location">Where a redirect leads.</param>
public sealed record PageReply(HttpStatusCode Status, string? Location, string Html);
