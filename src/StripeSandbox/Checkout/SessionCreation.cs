namespace Solidarity.StripeSandbox.Checkout;

/// <summary>Makes a Checkout Session out of checked parameters, or refuses as Stripe does.</summary>
internal static class SessionCreation
{
    private const long HalfAnHour = 30 * 60;
    private const long OneDay = 24 * 60 * 60;

    private static readonly string[] Methods =
        ["card", "sepa_debit", "bancontact", "ideal", "eps", "p24", "klarna", "link", "paypal", "customer_balance", "mobilepay", "twint", "revolut_pay"];

    public static Session Create(Call call)
    {
        var given = call.Params;
        if (given.Text("mode") != "payment") throw Refuse.Malformed("The sandbox only knows mode: payment.", null, "mode");
        if (given.Text("ui_mode") is { } mode && mode != "hosted_page") throw Refuse.Malformed("The sandbox only knows ui_mode: hosted_page.", null, "ui_mode");
        if (given.Has("customer")) call.Named<Customer>("customer", "customer");
        if (given.Has("customer") && given.Has("customer_email"))
            throw Refuse.Malformed("You may only specify one of these parameters: customer, customer_email.", null, "customer");
        var currency = CurrencyOf(given);
        var session = new Session
        {
            Id = Ids.New("cs_test_", 58),
            Account = call.Account,
            Created = call.Now,
            Currency = currency,
            Lines = [.. given.Objects("line_items").Select(Line)],
            SuccessUrl = given.Required("success_url"),
            CancelUrl = given.Text("cancel_url"),
            ExpiresAt = ExpiryOf(given, call.Now),
            ClientReferenceId = given.Text("client_reference_id"),
            Customer = given.Text("customer"),
            CustomerEmail = given.Text("customer_email"),
            Locale = given.Text("locale"),
            SubmitType = given.Text("submit_type"),
            MethodTypes = MethodsOf(given, currency),
            IntentData = IntentDataOf(given.Object("payment_intent_data")),
            Metadata = given.Metadata(),
        };
        CheckTotal(session);
        return call.Work.Save(session);
    }

    private static SessionLine Line(Params line, int index)
    {
        var price = line.Object("price_data")!.Value;
        var product = price.Object("product_data")!.Value;
        var quantity = line.Whole("quantity") ?? 1;
        var unit = price.Whole("unit_amount")!.Value;
        if (quantity is < 1 or > 999_999) throw Refuse.Malformed("This value must be between 1 and 999999.", "parameter_invalid_integer", $"line_items[{index}][quantity]");
        if (unit < 0) throw Refuse.Malformed("Invalid non-negative integer", "parameter_invalid_integer", $"line_items[{index}][price_data][unit_amount]");
        if (unit > Currencies.LargestCharge) throw Refuse.Malformed("Amount must be no more than 999,999.99", "amount_too_large", $"line_items[{index}][price_data][unit_amount]");
        return new(Ids.New("li_"), Ids.New("price_"), Ids.New("prod_", 14), product.Text("name")!, product.Text("description"), unit, quantity, line.Metadata());
    }

    private static string CurrencyOf(Params given)
    {
        var lines = given.Objects("line_items");
        if (lines.Count is 0 or > 100) throw Refuse.Malformed("line_items takes 1 to 100 items in payment mode.", null, "line_items");
        var currencies = lines.Select(line => line.Object("price_data")!.Value.Currency()!).Distinct().ToList();
        if (currencies.Count > 1 || (given.Currency() is { } whole && whole != currencies[0]))
            throw Refuse.Malformed("You have specified line items with different currencies; all of them must use the same currency.", null, "line_items");
        return currencies[0];
    }

    private static long ExpiryOf(Params given, long now)
    {
        if (given.Whole("expires_at") is not { } at) return now + OneDay;
        if (at < now + HalfAnHour) throw Refuse.Malformed("The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.", null, "expires_at");
        if (at > now + OneDay) throw Refuse.Malformed("The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.", null, "expires_at");
        return at;
    }

    private static List<string> MethodsOf(Params given, string currency)
    {
        if (!given.Has("payment_method_types")) return currency == "eur" ? ["card", "sepa_debit"] : ["card"];
        var asked = given.Texts("payment_method_types").ToList();
        if (asked.FirstOrDefault(method => !Methods.Contains(method)) is { } unknown)
            throw Refuse.Malformed($"Invalid payment_method_types[{asked.IndexOf(unknown)}]: must be one of {string.Join(", ", Methods)}", null, "payment_method_types");
        if (asked.Contains("sepa_debit") && currency != "eur")
            throw Refuse.Malformed("The currency provided is invalid for sepa_debit: it takes eur.", "invalid_currency", "payment_method_types");
        return asked;
    }

    private static IntentData IntentDataOf(Params? given) => given is not { } data ? new() : new()
    {
        Description = data.Text("description"),
        Metadata = data.Metadata(),
        ReceiptEmail = data.Text("receipt_email"),
        StatementDescriptorSuffix = data.Text("statement_descriptor_suffix"),
        TransferGroup = data.Text("transfer_group"),
    };

    private static void CheckTotal(Session session)
    {
        var smallest = Currencies.SmallestCharge(session.Currency);
        if (session.Total < smallest)
            throw Refuse.Malformed($"The Checkout Session's total amount due must add up to at least {Currencies.Words(smallest, session.Currency)}", "amount_too_small");
        if (session.Total > Currencies.LargestCharge)
            throw Refuse.Malformed($"The Checkout Session's total amount must be no more than {Currencies.Words(Currencies.LargestCharge, session.Currency)}", "amount_too_large");
    }
}
