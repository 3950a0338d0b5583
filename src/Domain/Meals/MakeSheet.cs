using Microsoft.EntityFrameworkCore;

namespace Solidarity.Domain.Meals;

/// <summary>Makes an offline sheet for a day, with the organisation's next number.</summary>
public sealed class MakeSheet(SolidarityDb db, Site site, TimeProvider clock)
{
    /// <summary>A sheet is printed before the net fails; nobody prints for a year.</summary>
    public const int MostDaysAhead = 60;

    /// <exception cref="Refusal">The day is over, or too far ahead.</exception>
    public Task<CounterSheet> RunAsync(Guid organisationId, DateOnly day, Guid personId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var today = site.DayOf(now);
        if (day < today || day > today.AddDays(MostDaysAhead))
            throw new Refusal(day < today ? Reason.DateNotAhead : Reason.DateNotValid, "day");
        return db.UntilFreeAsync(async () =>
        {
            var last = await db.CounterSheets.Where(s => s.OrganisationId == organisationId).MaxAsync(s => (int?)s.Number, cancel) ?? 0;
            var sheet = new CounterSheet { Id = Guid.CreateVersion7(now), OrganisationId = organisationId, Number = last + 1, Day = day, MadeById = personId, MadeAt = now };
            db.Add(sheet);
            await db.SaveChangesAsync(cancel);
            return sheet;
        });
    }
}
