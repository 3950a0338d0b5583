using System.Globalization;
using Microsoft.Extensions.Localization;
using Solidarity.Domain;
using Solidarity.Domain.Messages;
using Solidarity.Domain.Organisations;
using Solidarity.Web.Language;
using Solidarity.Web.Texts;

namespace Solidarity.Web.Trail;

/// <summary>The trail keeps codes: roles, languages, jobs, amounts. Here they are said in the reader's language.</summary>
public sealed class TrailWords(IStringLocalizer<Texts.Administration> administration, IStringLocalizer<Texts.Organisations> organisations)
{
    public string? Subject(TrailRow row) => row.Act switch
    {
        "JobRun" => administration[$"Job{row.Subject}"],
        "RefundOrdered" => Amount(row.Subject),
        "SettingsChanged" => administration["VersionNumber", row.Subject ?? ""],
        "MessageTriedAgain" when OutboxKinds.All.Contains(row.Subject) => administration[$"Kind{row.Subject}"],
        _ => row.Subject,
    };

    public string? Words(TrailRow row) => row.Act switch
    {
        "MemberInvited" or "MemberJoined" or "MemberRemoved" or "MemberRoleChanged" => Each(row.Words, " → ", Role),
        "LanguageChanged" => Each(row.Words, " → ", Language),
        "WordsPublished" or "TranslationWithdrawn" => Each(row.Words, " · ", Language),
        _ => row.Words,
    };

    private static string? Each(string? words, string between, Func<string, string> say) => words is null ? null : string.Join(between, words.Split(between).Select(say));

    private string Role(string code) => Enum.TryParse<OrganisationRole>(code, out var role) ? organisations[$"Short{role}"] : code;

    /// <summary>A language by its own name; a number is that of a version.</summary>
    private string Language(string code) => Languages.Speaks(code) ? LanguageLinks.OwnName(code)
        : int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? administration["VersionNumber", version] : code;

    private static string? Amount(string? code) =>
        code?.Split(' ') is [var currency, var major] && Currency.TryOf(currency, out var known) && decimal.TryParse(major, NumberStyles.Number, CultureInfo.InvariantCulture, out var amount)
            ? new Money((long)(amount * known.MinorPerMajor), known).Say() : code;
}
