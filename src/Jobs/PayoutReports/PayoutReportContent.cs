using Solidarity.Domain.Partners;
using Solidarity.Domain.PayoutReports;

namespace Solidarity.Jobs.PayoutReports;

/// <summary>All that a payout report says, on paper and on its page. Amounts are minor units of the report's currency.</summary>
/// <param name="Days">Those on which something moved, the first first.</param>
/// <param name="Payouts">Those that left the account in the period, the first first.</param>
/// <param name="Deliveries">What a restaurant brought; one a day where there are too many for paper. Empty where it is no restaurant.</param>
/// <param name="ByDay"><paramref name="Deliveries"/> has one row a day.</param>
/// <param name="Redeemed">Meals eaten at the restaurant's counter.</param>
public sealed record PayoutReportContent(
    PayoutReport Report, IReadOnlyList<ReportDay> Days, IReadOnlyList<ReportPayout> Payouts, IReadOnlyList<ReportDelivery> Deliveries, bool ByDay, int Redeemed);

/// <param name="OtherMinor">Payouts that came back, Stripe's fees, and what this platform did not do.</param>
/// <param name="ClosingMinor">What lay there at the end of the day.</param>
public sealed record ReportDay(DateOnly Day, long TransfersMinor, long ReversalsMinor, long PayoutsMinor, long OtherMinor, long ClosingMinor);

/// <param name="AmountMinor">What the bank got.</param>
/// <param name="ReversalsMinor">Negative.</param>
/// <param name="FeesMinor">Negative.</param>
/// <param name="OtherMinor">An earlier payout that came back, and what this platform did not do.</param>
/// <param name="Explained">Stripe has said of what it is made; false: the four sums before are not known.</param>
public sealed record ReportPayout(Guid Id, string StripeId, DateOnly ArrivesOn, PayoutStatus Status, long AmountMinor, long TransfersMinor, long ReversalsMinor, long FeesMinor, long OtherMinor, bool Explained);

/// <param name="Number">Null for the sum of a day.</param>
/// <param name="Where">Hospital and ward; null for the sum of a day.</param>
/// <param name="Count">How many deliveries.</param>
/// <param name="Meals">As many as arrived, or were brought while the ward has not answered.</param>
/// <param name="AmountMinor">Their price.</param>
public sealed record ReportDelivery(int? Number, DateOnly Day, string? Where, int Count, int Meals, long AmountMinor);
