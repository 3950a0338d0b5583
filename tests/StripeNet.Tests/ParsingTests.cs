using System.Text.Json;
using Stripe;
using Session = Stripe.Checkout.Session;

namespace Solidarity.StripeNet.Tests;

public class ParsingTests
{
    [Fact]
    public void A_reference_may_be_an_id()
    {
        var charge = Charge.FromJson("""{"id":"ch_1","balance_transaction":"txn_1","payment_intent":null}""");
        Assert.Equal("txn_1", charge.BalanceTransactionId);
        Assert.Null(charge.BalanceTransaction);
        Assert.Null(charge.PaymentIntentId);
        Assert.Null(charge.TransferId);
    }

    [Fact]
    public void A_reference_may_be_the_object_itself_to_any_depth()
    {
        var intent = PaymentIntent.FromJson("""
            {"id":"pi_1","latest_charge":{"id":"ch_1","object":"charge","balance_transaction":
            {"id":"txn_1","object":"balance_transaction","fee":55,"fee_details":[{"amount":55,"type":"stripe_fee"}],
            "source":{"id":"ch_1","object":"charge"}}}}
            """);
        Assert.Equal("ch_1", intent.LatestChargeId);
        Assert.Equal("txn_1", intent.LatestCharge?.BalanceTransactionId);
        Assert.Equal(55, intent.LatestCharge?.BalanceTransaction?.Fee);
        Assert.Equal("stripe_fee", intent.LatestCharge?.BalanceTransaction?.FeeDetails?[0].Type);
        Assert.IsType<Charge>(intent.LatestCharge?.BalanceTransaction?.Source);
    }

    [Theory]
    [InlineData("\"po_1\"", "po_1", null)]
    [InlineData("""{"id":"po_1","object":"payout"}""", "po_1", typeof(Payout))]
    [InlineData("""{"id":"trr_1","object":"transfer_reversal"}""", "trr_1", typeof(TransferReversal))]
    [InlineData("""{"id":"xyz_1","object":"something_new"}""", "xyz_1", null)]
    public void A_source_is_read_by_its_own_name(string source, string id, Type? type)
    {
        var transaction = BalanceTransaction.FromJson($$"""{"id":"txn_1","source":{{source}}}""");
        Assert.Equal(id, transaction.SourceId);
        Assert.Equal(type, transaction.Source?.GetType());
    }

    [Fact]
    public void A_new_id_drops_the_old_object()
    {
        var transfer = new Transfer { Destination = new Account { Id = "acct_1" } };
        Assert.Equal("acct_1", transfer.DestinationId);
        transfer.DestinationId = "acct_1";
        Assert.NotNull(transfer.Destination);
        transfer.DestinationId = "acct_2";
        Assert.Null(transfer.Destination);
    }

    [Fact]
    public void Fields_and_values_from_the_future_do_no_harm()
    {
        var session = Session.FromJson("""
            {"id":"cs_1","status":"on_the_moon","payment_status":"half_paid","hologram":{"a":[1,{"b":null}]},"metadata":null,"payment_method_types":null}
            """);
        Assert.Equal("on_the_moon", session.Status);
        Assert.Equal("half_paid", session.PaymentStatus);
        Assert.Empty(session.Metadata);
        Assert.Empty(session.PaymentMethodTypes);
        Assert.Empty(Charge.FromJson("""{"refunds":{"object":"list","data":null,"has_more":null}}""").Refunds!.Data);
    }

    [Fact]
    public void A_null_where_a_value_was_promised_reads_as_nothing()
    {
        var charge = Charge.FromJson("""{"id":"ch_1","amount":null,"paid":null,"created":null}""");
        Assert.Equal((0L, false, DateTime.UnixEpoch), (charge.Amount, charge.Paid, charge.Created));
    }

    [Fact]
    public void Times_are_UTC()
    {
        var session = Session.FromJson("""{"created":1795348800,"expires_at":1795348801}""");
        Assert.Equal(new DateTime(2026, 11, 22, 12, 0, 0, DateTimeKind.Utc), session.Created);
        Assert.Equal(DateTimeKind.Utc, session.ExpiresAt.Kind);
    }

    [Fact]
    public void Decimals_come_as_text_and_as_numbers() =>
        Assert.Equal(1.1234m, BalanceTransaction.FromJson("""{"exchange_rate":1.1234}""").ExchangeRate);

    [Fact]
    public void A_kind_that_is_not_mapped_keeps_its_id()
    {
        var session = Session.FromJson("""{"customer":{"id":"cus_1","object":"customer","deleted":true}}""");
        Assert.Equal("cus_1", session.CustomerId);
    }

    [Fact]
    public void An_event_holds_its_object_or_nothing_if_unknown()
    {
        var known = Event.FromJson("""{"id":"evt_1","type":"charge.dispute.created","data":{"object":{"id":"dp_1","object":"dispute","balance_transactions":[{"id":"txn_9","amount":-100}]}}}""");
        var unknown = Event.FromJson("""{"id":"evt_2","type":"plan.created","data":{"object":{"id":"x","object":"plan"},"previous_attributes":{"a":1}}}""");

        Assert.Equal(-100, Assert.IsType<Dispute>(known.Data?.Object).BalanceTransactions[0].Amount);
        Assert.Null(unknown.Data?.Object);
    }

    [Fact]
    public void An_object_can_be_read_without_knowing_its_kind()
    {
        Assert.IsType<Payout>(StripeEntity.FromJson("""{"object":"payout","id":"po_1"}"""));
        Assert.Null(StripeEntity.FromJson("""{"object":"tax_id"}"""));
        Assert.ThrowsAny<JsonException>(() => Payout.FromJson("null"));
        Assert.Contains("po_1", StripeEntity.FromJson("""{"object":"payout","id":"po_1"}""")!.ToString(), StringComparison.Ordinal);
    }
}
