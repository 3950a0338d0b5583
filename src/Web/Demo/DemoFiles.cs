using System.Text.Json;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Organisations;

namespace Solidarity.Web.Demo;

internal sealed record DemoOrganisation(
    string Slug, string Name, OrganisationKind Kind, string Country, string City, string Street, string PostalCode, string? Registration, bool Verified, string Email);

internal sealed record DemoCampaign(
    string Slug, string Title, string Summary, long? Goal, string Currency, FeeBearer FeeBearer, int StartedDaysAgo, int? EndsInDays, string Status, int Donations, long[] TypicalAmounts,
    DemoNeed[]? Needs = null);

/// <param name="Amount">In minor units.</param>
internal sealed record DemoNeed(string Title, long Amount, bool Required);

internal sealed record DemoProject(
    string Slug, string Language, string Title, string Summary, string Place, string Country, string Art, string ArtAlt, DemoOrganisation Organisation, string Story, DemoCampaign[] Campaigns);

internal sealed record DemoGivers(string[] Names, Dictionary<string, string[]> Messages);

/// <summary>The stories and names that lie beside this file.</summary>
internal static class DemoFiles
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Demo");

    public static DemoProject[] Projects() => Read<DemoProject[]>("projects.json");

    public static DemoGivers Givers() => Read<DemoGivers>("givers.json");

    public static DemoProgramme Meals() => Read<DemoProgramme>("meals.json");

    public static DemoWords Words() => Read<DemoWords>("workspace.json");

    public static string Text(string file) => File.ReadAllText(Path.Combine(Folder, file));

    private static T Read<T>(string file) => JsonSerializer.Deserialize<T>(File.ReadAllText(Path.Combine(Folder, file)), Json)!;
}
