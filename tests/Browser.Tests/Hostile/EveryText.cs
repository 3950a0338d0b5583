using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Solidarity.Domain;
using Solidarity.Domain.Jobs;
using Solidarity.Domain.Ledger;
using Solidarity.Domain.Letters;
using Solidarity.Domain.Messages;
using Solidarity.Domain.Nodes;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.People;
using Solidarity.Domain.Projects;
using Solidarity.Domain.Receipts;
using Solidarity.Domain.Reviews;
using Solidarity.Domain.Settings;
using Solidarity.Domain.Updates;

namespace Solidarity.Browser.Tests.Hostile;

/// <summary>
/// Writes the payloads over every text that the database holds. Machine words are ASCII in the model, so that a column of any other kind is
/// somebody's words, today's and those to come: whoever adds one and fills no row of it is told.
/// </summary>
internal static class EveryText
{
    private const int ShortestText = 500;

    /// <summary>What cannot be typed freely, though it is no machine word.</summary>
    private static readonly HashSet<(Type, string)> NotTyped =
    [
        // Paths of ours, chosen and never typed.
        (typeof(Project), nameof(Project.Cover)), (typeof(Letter), nameof(Letter.Link)),
        // Written below, as JSON.
        (typeof(Letter), nameof(Letter.Args)), (typeof(SettingsVersion), nameof(SettingsVersion.Json)),
        // Names of jobs and of machines.
        (typeof(JobRun), nameof(JobRun.Job)), (typeof(JobRun), nameof(JobRun.Node)), (typeof(InboxMessage), nameof(InboxMessage.Kind)),
        // Copies of what stands elsewhere, made when something happens.
        (typeof(Receipt), nameof(Receipt.GiverName)), (typeof(Mailing), nameof(Mailing.Name)),
        // Names of points, and what Stripe calls things.
        (typeof(Review), nameof(Review.Points)), (typeof(Difference), nameof(Difference.What)), (typeof(InboxMessage), nameof(InboxMessage.LastError)),
        // Written by the framework, for itself.
        (typeof(SealingKey), nameof(SealingKey.Name)), (typeof(SealingKey), nameof(SealingKey.Xml)),
        // Nobody telephones yet, and tokens are the framework's.
        (typeof(Person), nameof(Person.PhoneNumber)),
    ];

    public static async Task WriteAsync(SolidarityDb db)
    {
        var empty = new List<string>();
        foreach (var property in db.Model.GetEntityTypes().SelectMany(e => e.GetProperties()).Where(IsText))
        {
            if (!await FillAsync(db, property))
                empty.Add($"{property.DeclaringType.ClrType.Name}.{property.Name}");
        }

        Assert.True(empty.Count == 0, $"No row has these texts, so nothing is known about them; add one to HostileRows: {string.Join(", ", empty)}");
        await db.Database.ExecuteSqlAsync($"UPDATE Letters SET Args = {JsonSerializer.Serialize(Enumerable.Repeat(Payloads.Line, 5))}");
        // The last word of these is the name of a role.
        foreach (var (kind, role) in new[] { (LetterKind.MemberRoleChanged, nameof(OrganisationRole.Owner)), (LetterKind.PlatformRoleChanged, nameof(PlatformRole.Moderator)) })
            await db.Database.ExecuteSqlAsync($"UPDATE Letters SET Args = {JsonSerializer.Serialize(new[] { Payloads.Line, role })} WHERE Kind = {kind.ToString()}");
    }

    private static bool IsText(IProperty property) =>
        property.ClrType == typeof(string) && property.IsUnicode() != false && property.GetValueConverter() is null
        && !property.IsKey() && !property.IsForeignKey() && !property.IsConcurrencyToken
        && property.DeclaringType.ClrType.Namespace!.StartsWith(nameof(Solidarity), StringComparison.Ordinal)
        && !NotTyped.Contains((property.DeclaringType.ClrType, property.Name))
        // An address is refused unless it is one.
        && !property.Name.EndsWith("Email", StringComparison.Ordinal) && property.Name != nameof(Letter.To);

    /// <summary>All payloads into each row that has the text, as any form would keep them; where there are enough rows, one into each but the first.</summary>
    /// <returns>False where no row has it.</returns>
    private static async Task<bool> FillAsync(SolidarityDb db, IProperty property)
    {
        var table = property.DeclaringType.GetTableName();
        var column = property.GetColumnName();
        var isText = property.GetMaxLength() is -1 or >= ShortestText;
#pragma warning disable EF1002, EF1003 // Names out of the model.
        var rows = await db.Database.SqlQueryRaw<long>($"SELECT rowid AS Value FROM \"{table}\" WHERE \"{column}\" IS NOT NULL ORDER BY rowid").ToListAsync();
        var singly = rows.Count > Payloads.All.Count;
        for (var i = 0; i < rows.Count; i++)
        {
            var single = Payloads.All[i % Payloads.All.Count];
            var value = (singly && i > 0, isText) switch
            {
                (true, _) => single,
                (false, true) => Payloads.Text,
                (false, false) => Payloads.Line,
            };
            await db.Database.ExecuteSqlRawAsync($"UPDATE \"{table}\" SET \"{column}\" = {{0}} WHERE rowid = {{1}}", isText ? CleanText.Lines(value)! : CleanText.OneLine(value)!, rows[i]);
        }
#pragma warning restore EF1002, EF1003
        return rows.Count > 0;
    }
}
