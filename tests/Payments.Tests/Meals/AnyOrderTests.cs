using FsCheck;
using FsCheck.Fluent;
using Solidarity.Domain;
using Solidarity.Payments.Tests.Running;

namespace Solidarity.Payments.Tests.Meals;

/// <summary>Whatever happens in whatever order, and wherever the process dies: money, meals and places agree in the end.</summary>
[Collection(WithSandbox.Name)]
public class AnyOrderTests(StripeSandbox sandbox)
{
    private const int Runs = 20;

    public enum Act { Buy, Decline, Abandon, Expire, Plan, Leave, Deliver, CallOff, Confirm, Redeem, Refund, RefundSome, DashboardRefund, Dispute, Decide, Reassign, Hear, PartnerStops, PartnerGoesOn, PayOut, Report }

    /// <param name="What">What somebody does.</param>
    /// <param name="Which">Chooses among what is there: restaurants, wards, gifts, deliveries, vouchers, numbers.</param>
    /// <param name="Crash">After so many commands to the database the process dies; null: it lives.</param>
    public sealed record Step(Act What, int Which, int? Crash);

    private static readonly Arbitrary<Step[]> Stories = (
        from steps in (
            from what in Gen.Frequency(
                (6, Gen.Constant(Act.Buy)),
                (3, Gen.Elements(Act.Plan, Act.Deliver)),
                (2, Gen.Elements(Act.Hear, Act.Redeem, Act.Confirm, Act.Refund)),
                (4, Gen.Elements(Enum.GetValues<Act>())))
            from which in Gen.Choose(0, 10_000)
            from crash in Gen.Frequency((3, Gen.Constant((int?)null)), (1, Gen.Choose(0, 40).Select(n => (int?)n)))
            select new Step(what, which, crash)).ListOf(25)
        select steps.ToArray()).ToArbitrary();

    [Fact]
    public void Money_meals_and_places_agree() =>
        Prop.ForAll(Stories, steps => PlayAsync(steps)).Check(Config.QuickThrowOnFailure.WithMaxTest(Runs));

    private async Task PlayAsync(Step[] steps)
    {
        await using var site = await Installation.StartAsync(sandbox);
        // The fees of what is given back are the platform's: without money of its own it could not pass on what a reversal brought.
        await site.GiveAsync(tip: 500_00);
        var story = new MealStory(await Kitchen.OpenAsync(site, capacity: 12));
        foreach (var step in steps)
            await story.PlayAsync(step);
        await story.EndAsync();
        await story.Kitchen.AssertBooksAsync();
        await story.AssertReportsAsync();
    }
}
