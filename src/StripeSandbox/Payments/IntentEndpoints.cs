using static Solidarity.StripeSandbox.Api.Rules;

namespace Solidarity.StripeSandbox.Payments;

/// <summary>https://docs.stripe.com/api/payment_intents.</summary>
internal static class IntentEndpoints
{
    private const string Path = "/v1/payment_intents";

    private static readonly Shape CreateShape = new()
    {
        { "amount!", Whole }, { "currency!", Rules.Currency }, { "automatic_payment_methods", Ignored }, { "confirm", YesNo }, { "customer", Text },
        { "description", Text }, { "metadata", Rules.Metadata }, { "payment_method", Text }, { "payment_method_types", ListOf(Text) },
        { "receipt_email", Email }, { "return_url", Url }, { "statement_descriptor_suffix", Text }, { "transfer_group", Text },
    };

    private static readonly Shape ConfirmShape = new() { { "payment_method", Text }, { "return_url", Url } };

    private static readonly Shape CancelShape = new()
    {
        { "cancellation_reason", OneOf("abandoned", "duplicate", "fraudulent", "requested_by_customer") },
    };

    public static IEnumerable<ApiRoute> All =>
    [
        ApiRoute.Post(Path, CreateShape, Create),
        ApiRoute.List(Path, new Shape { { "created", Rules.Range }, { "customer", Text } }, call => Page.Of<Intent>(call, Path, ["customer"])),
        ApiRoute.Get(Path + "/{id}", call => call.Render(Subject(call))),
        ApiRoute.Post(Path + "/{id}", new Shape { { "metadata", Rules.Metadata } }, Update),
        ApiRoute.Post(Path + "/{id}/confirm", ConfirmShape, call => Confirm(call, Subject(call))),
        ApiRoute.Post(Path + "/{id}/cancel", CancelShape, Cancel),
    ];

    private static Intent Subject(Call call) => call.Find<Intent>(call.Id) ?? throw Refuse.NotFound("payment_intent", call.Id, "intent");

    private static JsonObject Create(Call call)
    {
        var currency = call.Params.Currency()!;
        var amount = call.Params.Whole("amount")!.Value;
        ChargeLimits.Check(amount, currency);
        var id = Ids.New("pi_");
        var intent = call.Work.Save(new Intent
        {
            Id = id,
            Account = call.Account,
            Created = call.Now,
            Amount = amount,
            Currency = currency,
            ClientSecret = $"{id}_secret_{Ids.New("", 25)}",
            Customer = call.Params.Text("customer"),
            Description = call.Params.Text("description"),
            ReceiptEmail = call.Params.Text("receipt_email"),
            StatementDescriptorSuffix = call.Params.Text("statement_descriptor_suffix"),
            TransferGroup = call.Params.Text("transfer_group"),
            Metadata = call.Params.Metadata(),
        });
        call.Work.Emit("payment_intent.created", intent);
        return call.Params.Flag("confirm") ? Confirm(call, intent) : call.Render(intent);
    }

    private static JsonObject Update(Call call)
    {
        var intent = Subject(call);
        intent.Metadata = call.Params.Merged(intent.Metadata);
        return call.Render(call.Work.Save(intent));
    }

    private static JsonObject Confirm(Call call, Intent intent)
    {
        if (intent.IsOver) throw UnexpectedState(intent, "confirm");
        var method = call.Params.Required("payment_method");
        var card = TestCard.OfPaymentMethod(method) ?? throw Refuse.NoSuch("PaymentMethod", method, "payment_method");
        CardPayment.Try(call.Work, intent, PaymentMethodUsed.Card(card.Number, 12, 2034, intent.ReceiptEmail, null));
        if (intent.LastError is not { } why) return call.Render(intent);
        throw new StripeError(402, why.Type, why.Message) { Code = why.Code, DeclineCode = why.DeclineCode, PaymentIntent = call.Render(intent) };
    }

    private static JsonObject Cancel(Call call)
    {
        var intent = Subject(call);
        if (intent.IsOver) throw UnexpectedState(intent, "cancel");
        intent.Status = "canceled";
        intent.CanceledAt = call.Now;
        intent.CancellationReason = call.Params.Text("cancellation_reason");
        call.Work.Emit("payment_intent.canceled", call.Work.Save(intent));
        return call.Render(intent);
    }

    private static StripeError UnexpectedState(Intent intent, string verb) => Refuse.Impossible(
        $"You cannot {verb} this PaymentIntent because it has a status of {intent.Status}.", "payment_intent_unexpected_state");
}
