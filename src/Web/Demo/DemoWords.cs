using Solidarity.Domain.Reports;

namespace Solidarity.Web.Demo;

internal sealed record DemoFollower(string Email, string Language, int DaysAgo);

internal sealed record DemoAnswer(string Email, string Name, string Words, string Language, int DaysAgo);

/// <param name="Body">The file that holds it.</param>
internal sealed record DemoUpdate(string Title, string Body, int DaysAgo, bool Published, DemoAnswer[] Answers);

/// <param name="Amount">As somebody types it in a form.</param>
internal sealed record DemoNeedRow(string Title, string? Detail, string Amount, bool Required);

internal sealed record DemoAskedCampaign(string Title, string Summary, string Goal, DemoNeedRow[] Needs);

/// <summary>A project that waits for a moderator.</summary>
internal sealed record DemoWaiting(
    string Organisation, string Title, string Summary, string Language, string Place, string Story, string Note, int DaysAgo,
    string Question, string Answer, string Person, string Part, DemoAskedCampaign Campaign);

internal sealed record DemoReport(string Project, ReportWhy Why, string Words, string Email, string Language, int DaysAgo);

/// <summary>What the demo's people did in their workspace, and what waits there.</summary>
/// <param name="Updated">The slug of the project that the updates are of.</param>
internal sealed record DemoWords(string Updated, DemoFollower[] Followers, DemoUpdate[] Updates, DemoWaiting Waiting, DemoReport Report);
