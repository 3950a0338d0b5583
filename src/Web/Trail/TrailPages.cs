using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.People;

namespace Solidarity.Web.Trail;

/// <summary>Where a reader of the trail finds what an entry is about.</summary>
internal static class TrailPages
{
    /// <summary>Paths of this site, by the id of the row they show; without those that the reader may not open.</summary>
    public static async Task<Dictionary<Guid, string>> FindAsync(SolidarityDb db, List<Guid> ids, Func<Right, bool> may, CancellationToken cancel)
    {
        var pages = new Dictionary<Guid, string>();
        if (may(Right.SeeWorkspace) || may(Right.Moderate))
        {
            foreach (var project in await db.Projects.Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Slug }).ToListAsync(cancel))
                pages[project.Id] = Project(project.Slug, may);
            foreach (var campaign in await db.Campaigns.Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.Slug, Project = c.Project.Slug }).ToListAsync(cancel))
                pages[campaign.Id] = may(Right.ManageCampaigns) ? $"/workspace/campaigns/{campaign.Slug}" : Project(campaign.Project, may);
            foreach (var update in await db.Updates.Where(u => ids.Contains(u.Id)).Select(u => new { u.Id, Project = u.Project.Slug }).ToListAsync(cancel))
                pages[update.Id] = Project(update.Project, may) + (may(Right.WriteWords) ? $"/updates/{update.Id}" : "");
        }

        if (may(Right.SeeWorkspace))
        {
            foreach (var organisation in await db.Organisations.Where(o => ids.Contains(o.Id)).Select(o => new { o.Id, o.Slug }).ToListAsync(cancel))
                pages[organisation.Id] = $"/workspace/organisations/{organisation.Slug}";
        }

        if (may(Right.Administer))
        {
            foreach (var gift in await db.Donations.Where(d => ids.Contains(d.Id)).Select(d => d.Id).ToListAsync(cancel))
                pages[gift] = $"/administration/gifts/{gift}";
            foreach (var person in await db.People.Where(p => ids.Contains(p.Id)).Select(p => p.Id).ToListAsync(cancel))
                pages[person] = $"/administration/people/{person}";
        }

        return pages;
    }

    /// <summary>Of what has no row of its own; for administrators.</summary>
    public static string? OfAct(TrailRow row) => row.Act switch
    {
        // The history is read downwards from a version.
        "SettingsChanged" when int.TryParse(row.Subject, NumberStyles.None, CultureInfo.InvariantCulture, out var version) => $"/administration/settings/history?after={version + 1}",
        "JobRun" => "/administration/jobs",
        "MessageTriedAgain" or "MessagesTriedAgain" => "/administration/messages",
        _ => null,
    };

    private static string Project(string slug, Func<Right, bool> may) => may(Right.SeeWorkspace) ? $"/workspace/projects/{slug}" : $"/moderation/projects/{slug}";
}
