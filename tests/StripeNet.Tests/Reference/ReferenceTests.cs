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
        [typeof(Stripe.PaymentIntentGetOptions)] = "get /v1/payment_intents/{id}",
        [typeof(Stripe.ChargeGetOptions)] = "get /v1/charges/{id}",
        [typeof(Stripe.BalanceTransactionGetOptions)] = "get /v1/balance_transactions/{id}",
        [typeof(Stripe.BalanceTransactionListOptions)] = "get /v1/balance_transactions",
        [typeof(Stripe.AccountCreateOptions)] = "post /v1/accounts",
        [typeof(Stripe.AccountGetOptions)] = "get /v1/accounts/{id}",
        [typeof(Stripe.AccountLinkCreateOptions)] = "post /v1/account_links",
        [typeof(Stripe.AccountLoginLinkCreateOptions)] = "post /v1/accounts/{id}/login_links",
        [typeof(Stripe.BalanceGetOptions)] = "get /v1/balance",
        [typeof(Stripe.PayoutGetOptions)] = "get /v1/payouts/{id}",
        [typeof(Stripe.PayoutListOptions)] = "get /v1/payouts",
        [typeof(Stripe.TransferCreateOptions)] = "post /v1/transfers",
        [typeof(Stripe.TransferListOptions)] = "get /v1/transfers",
        [typeof(Stripe.TransferReversalListOptions)] = "get /v1/transfers/{id}/reversals",
        [typeof(Stripe.TransferReversalCreateOptions)] = "post /v1/transfers/{id}/reversals",
        [typeof(Stripe.RefundGetOptions)] = "get /v1/refunds/{id}",
        [typeof(Stripe.RefundCreateOptions)] = "post /v1/refunds",
        [typeof(Stripe.RefundListOptions)] = "get /v1/refunds",
        [typeof(Stripe.DisputeGetOptions)] = "get /v1/disputes/{id}",
        [typeof(Stripe.EventListOptions)] = "get /v1/events",
    };

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
        Assert.Empty(Calls.SelectMany(call => SchemaNames.Unknown(call.Key, Parameters(call.Value))));

    [ReferenceFact]
    public void Every_call_in_the_table_has_its_options()
    {
        var options = typeof(StripeClient).Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(BaseOptions)) && type != typeof(ListOptions))
            .Except(Calls.Keys)
            .Select(type => type.Name);
        Assert.Empty(options);
    }

    [ReferenceFact]
    public void Every_sample_object_is_read_and_written_back_the_same()
    {
        var read = new List<string>();
        foreach (var sample in StripeReference.Fixtures.GetProperty("resources").EnumerateObject())
        {
            if (StripeEntity.FromJson(sample.Value.GetRawText()) is not StripeEntity entity)
                continue;
            read.Add(((IHasObject)entity).Object);
            Assert.Equal(sample.Value.GetProperty("object").GetString(), read[^1]);
            var written = JsonDocument.Parse(entity.ToJson()).RootElement;
            Assert.Empty(Differences(sample.Name, written, sample.Value));
            Assert.Equal(entity.ToJson(), JsonUtils.Serialize(JsonSerializer.Deserialize(entity.ToJson(), entity.GetType(), JsonUtils.Options)!, entity.GetType()));
        }

        Assert.Equal(StripeTypeRegistry.ObjectsToTypes.Keys.Order(), read.Order());
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
