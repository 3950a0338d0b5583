using System.Globalization;
using Stripe;
using Stripe.Infrastructure.FormEncoding;

namespace Solidarity.StripeNet.Tests;

public class CultureTests
{
    [Theory]
    [InlineData("fr-FR")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("")]
    public void Money_names_and_times_do_not_depend_on_the_language(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Assert.Equal(
                "expires_at=1795348800&line_items[0][price_data][unit_amount]=-1234567&line_items[0][price_data][unit_amount_decimal]=1234.5",
                FormEncoder.CreateQueryString(new Stripe.Checkout.SessionCreateOptions
                {
                    ExpiresAt = new DateTime(2026, 11, 22, 12, 0, 0, DateTimeKind.Utc),
                    LineItems = [new() { PriceData = new() { UnitAmount = -1234567, UnitAmountDecimal = 1234.5m } }],
                }));
            var transaction = BalanceTransaction.FromJson("""{"id":"txn_1","amount":-1234567,"exchange_rate":1.25,"available_on":1795348800}""");
            Assert.Equal((-1234567L, 1.25m), (transaction.Amount, transaction.ExchangeRate));
            Assert.Contains("\"available_on\":1795348800", transaction.ToJson(), StringComparison.Ordinal);
            var header = EventUtility.GenerateSignatureHeader("{}", "whsec_1", 1795348800);
            Assert.StartsWith("t=1795348800,v1=", header, StringComparison.Ordinal);
            EventUtility.ValidateSignature("{}", header, "whsec_1", 300, 1795348800);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
