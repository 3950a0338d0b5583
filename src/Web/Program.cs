using Solidarity.Web.Account;
using Solidarity.Web.Administration;
using Solidarity.Web.Api;
using Solidarity.Web.Caching;
using Solidarity.Web.Commands;
using Solidarity.Web.Demo;
using Solidarity.Web.Language;
using Solidarity.Web.My;
using Solidarity.Web.Pages.Ledger;
using Solidarity.Web.Pages.Updates;
using Solidarity.Web.PayoutReports;
using Solidarity.Web.People;
using Solidarity.Web.Pictures;
using Solidarity.Web.Receipts;
using Solidarity.Web.Safety;
using Solidarity.Web.SearchEngines;
using Solidarity.Web.Setup;
using Solidarity.Web.Story;
using Solidarity.Web.Watching;
using Solidarity.Web.Watching.Prometheus;
using Solidarity.Web.Webhooks;

var builder = WebApplication.CreateBuilder(args);
if (!Settings.TryRead(builder.Configuration, builder.Environment, out var settings, out var wrong))
    return await Settings.RefuseAsync(wrong);

builder.AddServer(settings);
builder.AddWatching(settings);
builder.Services.AddDatabase(settings);
builder.Services.AddPaymentsAndJobs(settings);
builder.Services.AddPeople();
builder.Services.AddAccount();
builder.Services.AddMyPages();
builder.Services.AddReaderLanguage();
builder.Services.AddPageCache(settings);
builder.Services.AddSafety(settings);
builder.Services.AddJsonApi();
builder.Services.AddPagesWithTexts();
builder.Services.AddPictures(settings);
builder.Services.AddAdministration();
builder.Services.AddSiteHealth(settings);
if (args is ["demo"])
    builder.Services.AddDemo();

var app = builder.Build();
if (CommandLine.Find(args) is { } command)
    return await command(app.Services, CancellationToken.None);
if (await app.Services.PrepareDatabaseAsync(settings) is { } notReady)
    return await Settings.RefuseAsync(notReady);
if (app.Services.ShutSealingKeys() is { } foreign)
    return await Settings.RefuseAsync(foreign);

app.UseReadableHost();
app.UseWatching();
app.UseForwardedHeaders();
app.UseReaderLanguage();
app.UseSecurityHeaders();
app.UseNoContentOfGet();
app.UseErrorPages();
app.UseKnownCharset();
app.UseWatchedRouting();
app.UseKnownMethods();
app.UseRequestTimeouts();
app.UseRateLimiter();
app.UsePageCache();
app.UseAuthentication();
app.UseAuthorization();
app.UseAntiforgery();

app.MapSiteHealth();
app.MapMetrics();
if (!settings.WebEnabled)
{
    await app.RunAsync();
    return 0;
}

app.MapStaticAssets().ForEveryone();
app.MapRazorPages().WithStaticAssets();
app.MapLedgerCsv();
app.MapPictures();
app.MapUpdatesFeed();
app.MapSearchEngines();
app.MapJsonApi();
app.MapReceipts();
app.MapPayoutReports();
app.MapMyFiles();
app.MapStripeWebhook();
app.MapLanguageChoice();
app.MapWriting();

await app.RunAsync();
return 0;

/// <summary>The site. Public so that tests can start it.</summary>
public partial class Program;
