using System.Text.Json;
using Stripe;
using Stripe.Infrastructure;

namespace Solidarity.StripeNet.Tests.Reference;

public class ReferenceTests
{
    private static readonly Dictionary<Type, string> Calls = new()
    {
        [typeof(Stripe.Checkout.SessionCreateOptions)] = "post /v1/checkout/sessions",
        [typeof(Stripe.Checkout.SessionExpireOptions)] = "post /v1/checkout/sessions/{id}/expire",
        [typeof(Stripe.Checkout.SessionGetOptions)] = "get /v1/checkout/sessions/{id}",
        [typeof(Stripe.Checkout.SessionListOptions)] = "get /v1/checkout/sessions",
        [typeof(Stripe.Checkout.SessionUpdateOptions)] = "post /v1/checkout/sessions/{id}",
        [typeof(Stripe.Checkout.SessionLineItemListOptions)] = "get /v1/checkout/sessions/{id}/line_items",
        [typeof(Stripe.BillingPortal.SessionCreateOptions)] = "post /v1/billing_portal/sessions",
        [typeof(Stripe.PaymentIntentCreateOptions)] = "post /v1/payment_intents",
        [typeof(Stripe.PaymentIntentCancelOptions)] = "post /v1/payment_intents/{id}/cancel",
        [typeof(Stripe.PaymentIntentCaptureOptions)] = "post /v1/payment_intents/{id}/capture",
        [typeof(Stripe.PaymentIntentConfirmOptions)] = "post /v1/payment_intents/{id}/confirm",
        [typeof(Stripe.PaymentIntentGetOptions)] = "get /v1/payment_intents/{id}",
        [typeof(Stripe.PaymentIntentListOptions)] = "get /v1/payment_intents",
        [typeof(Stripe.ChargeGetOptions)] = "get /v1/charges/{id}",
        [typeof(Stripe.ChargeListOptions)] = "get /v1/charges",
        [typeof(Stripe.BalanceGetOptions)] = "get /v1/balance",
        [typeof(Stripe.BalanceTransactionGetOptions)] = "get /v1/balance_transactions/{id}",
        [typeof(Stripe.BalanceTransactionListOptions)] = "get /v1/balance_transactions",
        [typeof(Stripe.AccountCreateOptions)] = "post /v1/accounts",
        [typeof(Stripe.AccountGetOptions)] = "get /v1/accounts/{id}",
        [typeof(Stripe.AccountLinkCreateOptions)] = "post /v1/account_links",
        [typeof(Stripe.AccountLoginLinkCreateOptions)] = "post /v1/accounts/{id}/login_links",
        [typeof(Stripe.TransferCreateOptions)] = "post /v1/transfers",
        [typeof(Stripe.TransferGetOptions)] = "get /v1/transfers/{id}",
        [typeof(Stripe.TransferListOptions)] = "get /v1/transfers",
        [typeof(Stripe.TransferReversalCreateOptions)] = "post /v1/transfers/{id}/reversals",
        [typeof(Stripe.TransferReversalListOptions)] = "get /v1/transfers/{id}/reversals",
        [typeof(Stripe.RefundCreateOptions)] = "post /v1/refunds",
        [typeof(Stripe.RefundGetOptions)] = "get /v1/refunds/{id}",
        [typeof(Stripe.RefundListOptions)] = "get /v1/refunds",
        [typeof(Stripe.DisputeGetOptions)] = "get /v1/disputes/{id}",
        [typeof(Stripe.DisputeListOptions)] = "get /v1/disputes",
        [typeof(Stripe.EventGetOptions)] = "get /v1/events/{id}",
        [typeof(Stripe.EventListOptions)] = "get /v1/events",
        [typeof(Stripe.PayoutGetOptions)] = "get /v1/payouts/{id}",
        [typeof(Stripe.PayoutListOptions)] = "get /v1/payouts",
        [typeof(Stripe.CustomerCreateOptions)] = "post /v1/customers",
        [typeof(Stripe.CustomerGetOptions)] = "get /v1/customers/{id}",
        [typeof(Stripe.CustomerUpdateOptions)] = "post /v1/customers/{id}",
        [typeof(Stripe.SubscriptionCancelOptions)] = "delete /v1/subscriptions/{id}",
        [typeof(Stripe.SubscriptionGetOptions)] = "get /v1/subscriptions/{id}",
        [typeof(Stripe.SubscriptionListOptions)] = "get /v1/subscriptions",
        [typeof(Stripe.SubscriptionUpdateOptions)] = "post /v1/subscriptions/{id}",
        [typeof(Stripe.InvoiceGetOptions)] = "get /v1/invoices/{id}",
        [typeof(Stripe.InvoiceListOptions)] = "get /v1/invoices",
    };

    private static readonly string[] NotTakenByCapture =
    [
        "PaymentIntentCaptureOptions.transfer_data.description",
        "PaymentIntentCaptureOptions.transfer_data.destination",
        "PaymentIntentCaptureOptions.transfer_data.metadata",
    ];

    private static JsonElement Schemas => StripeReference.Schema.GetProperty("components").GetProperty("schemas");

    [ReferenceFact]
    public void Every_name_we_read_is_one_Stripe_sends()
    {
        var unknown = StripeTypeRegistry.ObjectsToTypes
            .Where(kind => Schemas.TryGetProperty(kind.Key, out _))
            .SelectMany(kind => SchemaNames.Unknown(kind.Value, Schemas.GetProperty(kind.Key)))
            .Where(name => !IsElsewhere(name))
            .Distinct();
        Assert.Empty(unknown);
    }

    [ReferenceFact]
    public void Every_name_we_send_is_one_Stripe_reads() =>
        // Stripe.net has one class for the transfer_data of create and capture; capture takes the amount alone.
        Assert.Empty(Calls.SelectMany(call => SchemaNames.Unknown(call.Key, Parameters(call.Value)))
            .Except(NotTakenByCapture));

    [ReferenceFact]
    public void Every_call_in_the_table_has_its_options()
    {
        var options = typeof(StripeClient).Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(BaseOptions)) && type != typeof(ListOptions))
            .Except(Calls.Keys)
            .Select(type => type.Name)
            .Order();
        // These calls are not in the subset of the description; they are in Stripe's reference.
        Assert.Equal(
            ["AccountDeleteOptions", "AccountListOptions", "AccountUpdateOptions", "ChargeUpdateOptions", "CustomerDeleteOptions", "CustomerListOptions", "DisputeCloseOptions", "PaymentIntentUpdateOptions", "RefundCancelOptions", "RefundUpdateOptions", "TransferReversalGetOptions", "TransferUpdateOptions"],
            options);
    }

    [ReferenceFact]
    public void Every_sample_object_is_read_and_written_back_the_same()
    {
        var read = 0;
        foreach (var sample in StripeReference.Fixtures.GetProperty("resources").EnumerateObject())
        {
            if (StripeEntity.FromJson(sample.Value.GetRawText()) is not StripeEntity entity)
                continue;
            read++;
            Assert.Equal(sample.Value.GetProperty("object").GetString(), ((IHasObject)entity).Object);
            var written = JsonDocument.Parse(entity.ToJson()).RootElement;
            Assert.Empty(Differences(sample.Name, written, sample.Value));
            Assert.Equal(entity.ToJson(), JsonUtils.Serialize(JsonSerializer.Deserialize(entity.ToJson(), entity.GetType(), JsonUtils.Options)!, entity.GetType()));
        }

        Assert.True(read >= 20, $"Only {read} samples were read.");
    }

    [ReferenceFact]
    public void The_description_is_of_the_version_we_ask_for() =>
        Assert.Equal(StripeConfiguration.ApiVersion, StripeReference.Schema.GetProperty("info").GetProperty("version").GetString());

    // "deleted" is described at deleted_customer; "error" and "error_description" at OAuth.
    private static bool IsElsewhere(string name) =>
        name.EndsWith(".deleted", StringComparison.Ordinal)
        || name.EndsWith("_error.error", StringComparison.Ordinal)
        || name.EndsWith("_error.error_description", StringComparison.Ordinal);

    private static JsonElement Parameters(string call)
    {
        var (method, path) = (call.Split(' ')[0], call.Split(' ')[1]);
        var operation = StripeReference.Schema.GetProperty("paths").GetProperty(path).GetProperty(method);
        if (operation.TryGetProperty("requestBody", out var body))
            return body.GetProperty("content").EnumerateObject().First().Value.GetProperty("schema");
        var query = operation.TryGetProperty("parameters", out var parameters)
            ? parameters.EnumerateArray().Where(p => p.GetProperty("in").GetString() == "query")
                .ToDictionary(p => p.GetProperty("name").GetString()!, p => p.GetProperty("schema"))
            : [];
        return JsonSerializer.SerializeToElement(new { properties = query });
    }

    // What we wrote must be in the sample, with the same value; where the sample has null, our default may stand.
    private static IEnumerable<string> Differences(string path, JsonElement written, JsonElement sample)
    {
        if (written.ValueKind is JsonValueKind.Object && sample.ValueKind is JsonValueKind.Object)
        {
            return written.EnumerateObject().SelectMany(p => sample.TryGetProperty(p.Name, out var value)
                ? Differences($"{path}.{p.Name}", p.Value, value)
                : IsDefault(p.Value) ? [] : [$"{path}.{p.Name} is not in the sample"]);
        }

        if (written.ValueKind is JsonValueKind.Array && sample.ValueKind is JsonValueKind.Array && written.GetArrayLength() == sample.GetArrayLength())
            return written.EnumerateArray().Zip(sample.EnumerateArray()).SelectMany((pair, i) => Differences($"{path}[{i}]", pair.First, pair.Second));
        return written.ToString() == sample.ToString() || (sample.ValueKind is JsonValueKind.Null && IsDefault(written)) ? [] : [$"{path}: {written} for {sample}"];
    }

    private static bool IsDefault(JsonElement value) => value.ToString() is "0" or "False" or "" or "{}" or "[]";
}
