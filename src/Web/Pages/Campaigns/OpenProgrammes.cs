using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Meals;
using Solidarity.Domain.Projects;

namespace Solidarity.Web.Pages.Campaigns;

/// <summary>Programmes that whoever asks may read about, because they are public or by the link that their owner sends to restaurants.</summary>
public static class OpenProgrammes
{
    /// <returns>With campaign and project; null where there is none, or it is not for who asks.</returns>
    public static async Task<MealProgramme?> OpenProgrammeAsync(this SolidarityDb db, string slug, string? key, CancellationToken cancel)
    {
        var programme = await db.MealProgrammes.AsNoTracking().Include(p => p.Campaign).ThenInclude(c => c.Project).SingleOrDefaultAsync(p => p.Campaign.Slug == slug, cancel);
        return programme is not null && (programme.IsPublic() || programme.IsOpenedBy(key)) ? programme : null;
    }

    /// <param name="programme">With campaign and project.</param>
    public static bool IsPublic(this MealProgramme programme) => ShownCampaigns.IsShown(programme.Campaign.Status) && programme.Campaign.Project.IsShown();

    public static string WithKey(this string path, string? key) => string.IsNullOrEmpty(key) ? path : $"{path}?key={Uri.EscapeDataString(key)}";
}
