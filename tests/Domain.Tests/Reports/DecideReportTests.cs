using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.People;
using Solidarity.Domain.Projects;
using Solidarity.Domain.Reports;
using Solidarity.Domain.Reviews;
using Solidarity.Domain.Tests.Organisations;
using Solidarity.Domain.Tests.Updates;
using Solidarity.Domain.Updates;

namespace Solidarity.Domain.Tests.Reports;

public class DecideReportTests : DatabaseTest
{
    private readonly Person moderator = TeamSeed.Person("moderator@example.org");

    [Fact]
    public async Task A_report_of_a_project_that_is_suspended_already_is_acted_on()
    {
        var project = (await Database.CampaignAsync()).ProjectId;
        var report = new Report { Id = Guid.NewGuid(), Kind = ReportedKind.Project, SubjectId = project, ProjectId = project, Why = ReportWhy.Fraud, Excerpt = "Soup", Language = "en", At = Clock.Now };
        await SaveAsync(moderator, report);
        await using (var db = Database.Open())
            await Suspend(db).SuspendAsync(project, moderator.Id, "Not true.", None);
        await using (var db = Database.Open())
            await new DecideReport(db, Suspend(db), new TellOwners(db), Clock).RunAsync(report.Id, moderator.Id, act: true, "Not true.", None);
        await using var after = Database.Open();
        Assert.Equal(ReportOutcome.Acted, (await after.Reports.SingleAsync()).Outcome);
        Assert.Equal(ProjectStatus.Suspended, (await after.Projects.SingleAsync()).Status);
    }

    [Fact]
    public async Task What_is_not_public_is_reported_without_being_shown()
    {
        var project = (await Database.CampaignAsync()).ProjectId;
        var update = Posts.Update(project, moderator.Id, audience: UpdateAudience.Givers);
        update.MoveTo(UpdateStatus.Published, Clock.Now);
        await SaveAsync(moderator, update);
        await using var db = Database.Open();
        Assert.False((await Reported.FindAsync(db, ReportedKind.Update, update.Id.ToString(), None))!.IsPublic);
        Assert.True((await Reported.FindAsync(db, ReportedKind.Project, "soup", None))!.IsPublic);
        await Suspend(db).SuspendAsync(project, moderator.Id, "Not true.", None);
        Assert.Null(await Reported.FindAsync(db, ReportedKind.Project, "soup", None));
        Assert.Null(await Reported.FindAsync(db, ReportedKind.Update, update.Id.ToString(), None));
    }

    private SuspendProject Suspend(SolidarityDb db) => new(db, new TellOwners(db), Clock);
}
