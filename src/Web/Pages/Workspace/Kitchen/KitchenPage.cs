using System.Globalization;
using Solidarity.Web.Forms;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.Kitchen;

/// <summary>A page of a restaurant's kitchen.</summary>
public abstract class KitchenPage : FormPage
{
    /// <summary>As the browser's calendar writes a day, and as it stands in addresses.</summary>
    private const string Format = "yyyy-MM-dd";

    public string Home => $"/workspace/organisations/{HttpContext.Workplace().Organisation}/kitchen";

    protected Guid OrganisationId => HttpContext.Workplace().OrganisationId;

    protected Guid Me => HttpContext.Workplace().PersonId;

    public static string Write(DateOnly day) => day.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>Path of the sheet for a day.</summary>
    public string On(DateOnly day) => $"{Home}/days/{Write(day)}";

    protected static bool Read(string? typed, out DateOnly day) => DateOnly.TryParseExact(typed, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
