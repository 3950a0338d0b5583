using Solidarity.Domain;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Projects;
using Solidarity.Domain.Reports;
using Solidarity.Domain.Reviews;

namespace Solidarity.Web.Demo;

/// <summary>What waits for the demo's moderator: a project to read, and a report.</summary>
internal sealed class DemoReviews(SolidarityDb db, DemoClock clock, StartProject start, WriteStory write, ChangeLists lists, StartCampaign campaigns, SubmitForReview submit, MakeReport report)
{
    public async Task MakeAsync(DemoWords words, Guid ownerId, DateTimeOffset today, CancellationToken cancel)
    {
        clock.Set(today.AddDays(-words.Waiting.DaysAgo));
        await SubmitAsync(words.Waiting, ownerId, cancel);
        clock.Set(today.AddDays(-words.Report.DaysAgo));
        var reported = await Reported.FindAsync(db, ReportedKind.Project, words.Report.Project, cancel);
        await report.RunAsync(reported!, words.Report.Why, words.Report.Words, words.Report.Email, words.Report.Language, cancel);
    }

    private async Task SubmitAsync(DemoWaiting demo, Guid ownerId, CancellationToken cancel)
    {
        var project = await start.RunAsync(new NewProject(demo.Organisation, null, demo.Title, demo.Summary, demo.Language, demo.Place), ownerId, cancel);
        await write.RunAsync(project.Id, demo.Language, new StoryWords(demo.Title, demo.Summary, demo.Place, DemoFiles.Text(demo.Story)), project.StoryNumber, ownerId, cancel);
        await lists.SaveQuestionAsync(project.Id, null, demo.Question, demo.Answer, ownerId, cancel);
        await lists.SavePersonAsync(project.Id, null, demo.Person, demo.Part, ownerId, cancel);
        var asked = demo.Campaign;
        var needs = asked.Needs.Select(n => new NeedRow(n.Title, n.Detail, n.Amount, n.Required)).ToList();
        await campaigns.RunAsync(
            project.Id,
            new CampaignRequest(asked.Title, asked.Summary, asked.Goal, "EUR", CampaignKind.Open, FeeBearer.Recipient, null, null, needs, Languages.CultureOf(demo.Language)),
            ownerId, cancel);
        await submit.ProjectAsync(project.Id, ownerId, demo.Note, cancel);
    }
}
