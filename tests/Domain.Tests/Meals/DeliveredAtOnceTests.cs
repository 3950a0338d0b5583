using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Meals;
using Solidarity.Domain.Messages;

namespace Solidarity.Domain.Tests.Meals;

/// <summary>Two taps, two cooks, or the cook and the ward: at the same moment.</summary>
public class DeliveredAtOnceTests : DatabaseTest
{
    private readonly WardRows _rows = new();

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await SaveAsync([.. _rows.All, new MealCount { MealPartnerId = _rows.Cook.Id, CareSiteId = _rows.Ward.Id, Accepted = _rows.Delivery.Count }]);
    }

    [Fact]
    public async Task One_of_many_brings_it_and_the_others_are_refused()
    {
        var brought = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(BringAsync)));
        Assert.Single(brought, done => done);
        await using var db = Database.Open();
        Assert.Equal(DeliveryStatus.Delivered, (await db.MealDeliveries.SingleAsync()).Status);
        Assert.Equal(1, await db.Outbox.CountAsync(m => m.Kind == OutboxKinds.MealsDelivered));
    }

    /// <returns>False where it was refused.</returns>
    private async Task<bool> BringAsync()
    {
        await using var db = Database.Open();
        try
        {
            await new MoveDelivery(db, new CountMeals(db, Seed.Site, Clock), Seed.Site, Clock).DeliverAsync(_rows.Delivery.Id, _rows.Cook.Id, Guid.NewGuid(), None);
            return true;
        }
        catch (Refusal)
        {
            return false;
        }
    }
}
