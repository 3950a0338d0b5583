using Solidarity.Domain.Organisations;
using Solidarity.Domain.People;

namespace Solidarity.Domain.Meals;

/// <summary>A sheet of paper for a day on which the counter has no net: codes and times are written on it by hand, and typed in later.</summary>
public class CounterSheet
{
    /// <summary>Rows that are printed on it.</summary>
    public const int Rows = 24;

    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    public Organisation Organisation { get; init; } = null!;

    /// <summary>Counted from 1 for each organisation; its address.</summary>
    public required int Number { get; init; }

    /// <summary>The day of the times on it, in the site's time zone.</summary>
    public required DateOnly Day { get; init; }

    public required Guid MadeById { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public List<CounterSheetLine> Lines { get; } = [];
}

/// <summary>A meal that was served by a sheet. When it was eaten is the time of the voucher's move.</summary>
public class CounterSheetLine
{
    /// <summary>Also its key: a meal is eaten once.</summary>
    public required Guid VoucherId { get; init; }

    public MealVoucher Voucher { get; init; } = null!;

    public required Guid SheetId { get; init; }

    public CounterSheet Sheet { get; init; } = null!;

    public required Guid EnteredById { get; init; }

    public Person EnteredBy { get; init; } = null!;

    public required DateTimeOffset EnteredAt { get; init; }
}
