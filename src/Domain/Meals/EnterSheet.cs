using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace Solidarity.Domain.Meals;

/// <summary>What became of one line of a sheet.</summary>
/// <param name="Refused">Why it was not served; null where it was, now or by this sheet before.</param>
/// <param name="Sheet">The number of another sheet by which it was served, where it was.</param>
public sealed record SheetAnswer(string Typed, Problem? Refused, int? Sheet = null);

/// <summary>
/// Types in what was written on an offline sheet: a line a meal, its code and the time. Each line stands for itself; one that this sheet has served
/// before is served still, and nothing changes.
/// </summary>
public sealed partial class EnterSheet(SolidarityDb db, ServeCode serve, Site site)
{
    public const int MostLines = 200;

    private const int LongestLine = 100;

    /// <exception cref="Refusal">No line, or too many: none is served.</exception>
    public async Task<List<SheetAnswer>> RunAsync(CounterSheet sheet, string? typed, Guid personId, CancellationToken cancel)
    {
        var lines = (typed ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lines.Length is 0 or > MostLines)
            throw lines.Length == 0 ? new Refusal(Reason.TextMissing, "lines") : new Refusal(Reason.TooManyRows, "lines", MostLines);
        var answers = new List<SheetAnswer>();
        foreach (var line in lines)
            answers.Add(await EnterAsync(sheet, line, personId, cancel));
        return answers;
    }

    private async Task<SheetAnswer> EnterAsync(CounterSheet sheet, string line, Guid personId, CancellationToken cancel)
    {
        if (Read(line) is not (var code, var time))
            return new(line, new Problem(Reason.TimeNotValid, null, []));
        try
        {
            await serve.RunAsync(sheet.OrganisationId, code, personId, new WrittenDown(sheet.Id, site.MomentOf(sheet.Day.ToDateTime(time))), cancel);
            return new(line, null);
        }
        catch (Refusal refusal)
        {
            db.ChangeTracker.Clear();
            return refusal.Problems[0].Reason == Reason.VoucherRedeemed
                ? await ServedBeforeAsync(sheet, line, VoucherCode.Parse(code)!, refusal.Problems[0], cancel)
                : new(line, refusal.Problems[0]);
        }
    }

    private async Task<SheetAnswer> ServedBeforeAsync(CounterSheet sheet, string line, string code, Problem problem, CancellationToken cancel)
    {
        var by = await db.CounterSheetLines.Where(l => l.Voucher.Code == code && l.Sheet.OrganisationId == sheet.OrganisationId).Select(l => new { l.SheetId, l.Sheet.Number }).SingleOrDefaultAsync(cancel);
        return by?.SheetId == sheet.Id ? new(line, null) : new(line, problem, by?.Number);
    }

    /// <summary>The time stands last: 12:30, 12.30, 12h30, 12h.</summary>
    private static (string Code, TimeOnly Time)? Read(string line) =>
        line.Length <= LongestLine && Line().Match(line) is { Success: true } found
        && TimeOnly.TryParseExact($"{found.Groups[2].Value}:{(found.Groups[3].Length > 0 ? found.Groups[3].Value : "00")}", "H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? (found.Groups[1].Value, time)
            : null;

    [GeneratedRegex(@"^(.*?)[\s,;]+([0-9]{1,2})\s?(?:[:.hH]\s?([0-9]{2})|[hH])$")]
    private static partial Regex Line();
}
