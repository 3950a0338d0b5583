using Stripe;
using Stripe.Checkout;
using Stripe.Infrastructure.FormEncoding;

namespace Solidarity.StripeNet.Tests;

public class FormEncodingTests
{
    private static readonly DateTime Noon = new(2026, 11, 22, 12, 0, 0, DateTimeKind.Utc);

    public static TheoryData<string, BaseOptions> Table => new()
    {
        { "", new SessionCreateOptions() },
        { "mode=payment", new SessionCreateOptions { Mode = "payment" } },
        { "locale=", new SessionCreateOptions { Locale = "" } },
        { "allow_promotion_codes=false", new SessionCreateOptions { AllowPromotionCodes = false } },
        { "allow_promotion_codes=true", new SessionCreateOptions { AllowPromotionCodes = true } },
        { "expires_at=1795348800", new SessionCreateOptions { ExpiresAt = Noon } },
        { "expires_at=1795348800", new SessionCreateOptions { ExpiresAt = DateTime.SpecifyKind(Noon, DateTimeKind.Unspecified) } },
        { "expires_at=1795348800", new SessionCreateOptions { ExpiresAt = Noon.ToLocalTime() } },
        { "metadata[donation]=42&metadata[note]=", new SessionCreateOptions { Metadata = new() { ["donation"] = "42", ["note"] = "" } } },
        { "metadata[gone]=", new SessionCreateOptions { Metadata = new() { ["gone"] = null! } } },
        { "", new SessionCreateOptions { Metadata = [] } },
        { "payment_method_types[0]=card&payment_method_types[1]=ideal", new SessionCreateOptions { PaymentMethodTypes = ["card", "ideal"] } },
        { "payment_method_types=", new SessionCreateOptions { PaymentMethodTypes = [] } },
        { "expand[0]=payment_intent&expand[1]=customer", With(new SessionGetOptions(), "payment_intent", "customer") },
        { "cancel_url=https%3A%2F%2Fgive.example%2F%3Fa%3D1%262%20%2B%20%C3%A9%E2%82%AC", new SessionCreateOptions { CancelUrl = "https://give.example/?a=1&2 + é€" } },
        {
            "line_items[0][price_data][currency]=eur&line_items[0][price_data][product_data][name]=Tip&line_items[0][price_data][unit_amount]=1250&line_items[0][quantity]=1",
            new SessionCreateOptions
            {
                LineItems =
                [
                    new()
                    {
                        Quantity = 1,
                        PriceData = new() { Currency = "eur", UnitAmount = 1250, ProductData = new() { Name = "Tip" } },
                    },
                ],
            }
        },
        { "line_items[0][price_data][unit_amount_decimal]=0.5", new SessionCreateOptions { LineItems = [new() { PriceData = new() { UnitAmountDecimal = 0.5m } }] } },
        {
            "payment_intent_data[metadata][donation]=7&payment_intent_data[transfer_group]=campaign-3",
            new SessionCreateOptions { PaymentIntentData = new() { TransferGroup = "campaign-3", Metadata = new() { ["donation"] = "7" } } }
        },
        {
            "created[gte]=1795348800&created[lt]=1795348801&ending_before=txn_1&limit=100",
            new BalanceTransactionListOptions
            {
                Limit = 100, EndingBefore = "txn_1", Created = new() { GreaterThanOrEqual = Noon, LessThan = Noon.AddSeconds(1) },
            }
        },
        {
            "capabilities[transfers][requested]=true&country=BE&type=express",
            new AccountCreateOptions
            {
                Type = "express",
                Country = "BE",
                Capabilities = new() { Transfers = new() { Requested = true } },
            }
        },
    };

    // Options are no xunit data: the cases are told apart by their place in the table.
    [Fact]
    public void Options_are_written_as_Stripe_reads_them() =>
        Assert.All(Table, row => Assert.Equal(Sorted((string)row[0]), Sorted(FormEncoder.CreateQueryString((BaseOptions)row[1]))));

    private static string Sorted(string query) => string.Join('&', query.Split('&').Order(StringComparer.Ordinal));

    private static SessionGetOptions With(SessionGetOptions options, params string[] expand)
    {
        options.AddExpand(expand[0]);
        options.AddRangeExpand(expand[1..]);
        return options;
    }
}
