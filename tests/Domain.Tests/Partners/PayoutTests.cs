using Solidarity.Domain.Partners;

namespace Solidarity.Domain.Tests.Partners;

public class PayoutTests
{
    [Theory]
    [InlineData(PayoutStatus.Pending, PayoutStatus.InTransit, PayoutStatus.InTransit)]
    [InlineData(PayoutStatus.Pending, PayoutStatus.Failed, PayoutStatus.Failed)]
    [InlineData(PayoutStatus.InTransit, PayoutStatus.Paid, PayoutStatus.Paid)]
    [InlineData(PayoutStatus.Paid, PayoutStatus.Failed, PayoutStatus.Failed)]
    [InlineData(PayoutStatus.Paid, PayoutStatus.InTransit, PayoutStatus.Paid)]
    [InlineData(PayoutStatus.Failed, PayoutStatus.Paid, PayoutStatus.Failed)]
    [InlineData(PayoutStatus.Failed, PayoutStatus.Canceled, PayoutStatus.Failed)]
    [InlineData(PayoutStatus.Canceled, PayoutStatus.Pending, PayoutStatus.Canceled)]
    public void Never_goes_back(PayoutStatus from, PayoutStatus said, PayoutStatus now)
    {
        var payout = new Payout
        {
            Id = Guid.NewGuid(),
            PartnerId = Guid.NewGuid(),
            StripePayoutId = "po_1",
            AmountMinor = 100,
            CurrencyCode = "EUR",
            ArrivesOn = new DateOnly(2026, 4, 15),
            CreatedAt = FakeClock.Noon,
        };
        payout.MoveTo(from, FakeClock.Noon);
        payout.MoveTo(said, FakeClock.Noon);
        Assert.Equal(now, payout.Status);
    }
}
