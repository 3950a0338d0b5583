namespace Solidarity.Sandbox.Tests.Contract;

public sealed class SchemaTests
{
    [ReferenceFact]
    public async Task Every_object_has_the_shape_that_Stripe_publishes()
    {
        var schema = new Schema(JsonNode.Parse(await File.ReadAllTextAsync(Reference.Path!))!);
        var objects = await EverySortOfObject();
        var problems = objects.SelectMany(found => schema.Problems((string)found["object"]!, found)).Distinct().Order().ToList();
        Assert.True(problems.Count == 0, string.Join('\n', problems));
        Assert.Equal(
            ["account", "account_link", "balance", "balance_transaction", "charge", "checkout.session", "customer", "dispute", "event", "item", "login_link", "payment_intent", "payout", "refund", "transfer", "transfer_reversal"],
            objects.Select(found => (string)found["object"]!).Distinct().Order());
    }

    [ReferenceFact]
    public void The_check_itself_notices_what_is_wrong()
    {
        var schema = new Schema(JsonNode.Parse(File.ReadAllText(Reference.Path!))!);
        var wrong = JsonNode.Parse("""{"object":"transfer_reversal","id":7,"amount":1.5,"colour":"red","currency":null}""")!;
        var problems = schema.Problems("transfer_reversal", wrong);
        foreach (var field in new[] { "id", "amount", "colour", "currency", "created" })
            Assert.Contains(problems, problem => problem.StartsWith($"transfer_reversal.{field}:", StringComparison.Ordinal));
    }

    /// <summary>Objects in as many states as one run brings about, and every event about them.</summary>
    private static async Task<IReadOnlyList<JsonNode>> EverySortOfObject()
    {
        await using var host = SandboxHost.With(("SANDBOX_SEPA_SECONDS", "100"));
        var stripe = host.Stripe;
        var seen = new List<JsonNode>();
        async Task See(Task<Reply> reply) => seen.Add((await reply).Ok().Body);

        await See(stripe.Post("/v1/customers", ("email", "a@example.org"), ("name", "A")));
        await See(stripe.Post("/v1/accounts", ("type", "standard")));
        var account = await host.ReadyAccount();
        await See(stripe.Post("/v1/account_links", ("account", account), ("type", "account_onboarding"), ("return_url", "https://a.example/"), ("refresh_url", "https://a.example/")));
        await See(stripe.Post($"/v1/accounts/{account}/login_links"));
        foreach (var end in new[] { "under_review", "details_due", "payouts_blocked", "complete" })
        {
            await host.Control($"accounts/{account}", ("onboarding", end), ("current_deadline", "1900000000"));
            await See(stripe.Get($"/v1/accounts/{account}"));
        }

        await See(stripe.Get("/v1/account"));
        var charge = await host.PaidCharge(5000, more: [("locale", "de"), ("submit_type", "donate"), ("payment_intent_data[receipt_email]", "a@example.org")]);
        var transfer = (await stripe.Post("/v1/transfers", ("amount", "1000"), ("currency", "eur"), ("destination", account), ("source_transaction", charge.Id))).Ok();
        await See(stripe.Post($"/v1/transfers/{transfer.Id}/reversals", ("amount", "5")));
        await See(stripe.Post("/v1/refunds", ("charge", charge.Id), ("amount", "5"), ("reason", "duplicate")));
        await See(stripe.Get($"/v1/charges/{charge.Id}", ("expand[]", "refunds")));
        await host.PaidCharge(3000, "4000000000000259");
        await host.PayByCard((await host.NewSession()).Text("url"), "4000002760003184");
        await host.PayByCard((await host.NewSession()).Text("url"), "4000000000000002");
        await host.PayByDebit((await host.NewSession()).Text("url"));
        await host.PayByDebit((await host.NewSession()).Text("url"), "DE62370400440532013001");
        await See(stripe.Post($"/v1/checkout/sessions/{(await host.NewSession()).Id}/expire", ("expand[]", "line_items")));
        var intent = (await stripe.Post("/v1/payment_intents", ("amount", "900"), ("currency", "eur"))).Ok();
        await See(stripe.Post($"/v1/payment_intents/{intent.Id}/cancel"));
        await host.Advance(200);
        await See(stripe.Get("/v1/balance"));
        await host.Control($"disputes/{(await stripe.Get("/v1/disputes")).Data[0]["id"]}", ("status", "won"));
        await host.Advance(9 * 86400);
        await host.Control("payouts", ("account", account), ("status", "failed"));
        await host.Control("payouts");
        foreach (var list in new[] { "checkout/sessions", "payment_intents", "charges", "balance_transactions", "accounts", "transfers", "refunds", "disputes", "payouts", "events" })
            seen.AddRange((await stripe.Get($"/v1/{list}", ("limit", "100"))).Ok().Data);
        var session = (string)(await stripe.Get("/v1/checkout/sessions")).Data[0]["id"]!;
        seen.AddRange((await stripe.Get($"/v1/checkout/sessions/{session}/line_items")).Ok().Data);
        foreach (var list in new[] { "charges", "refunds", "balance_transactions", "payouts", "events" })
            seen.AddRange((await new StripeApi(host.NewClient()) { Account = account }.Get($"/v1/{list}", ("limit", "100"))).Ok().Data);
        return [.. seen, .. seen.Where(found => (string?)found["object"] == "event").Select(found => found["data"]!["object"]!)];
    }
}
