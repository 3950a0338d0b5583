using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Settings;
using Solidarity.Web.Caching;

namespace Solidarity.Web.Administration;

/// <summary>Keeps <see cref="Site.Settings"/> as the newest version says: asked for every few seconds, since another node may have saved it.</summary>
public sealed class FollowSettings(IServiceScopeFactory scopes, Site site, IOutputCacheStore pages, TimeProvider clock, ILogger<FollowSettings> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(3);

    private readonly SemaphoreSlim _one = new(1);
    private int _version;

    /// <summary>Before the first reader comes.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await TryAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <summary>At once, for whoever has just saved a version here.</summary>
    public async Task RefreshAsync(CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<SolidarityDb>();
            if (await db.SettingsVersions.MaxAsync(v => (int?)v.Id, cancel) is not { } newest || newest == _version)
                return;
            var json = await db.SettingsVersions.Where(v => v.Id == newest).Select(v => v.Json).SingleAsync(cancel);
            site.Settings = SiteSettings.FromJson(json);
            _version = newest;
            await pages.EvictByTagAsync(PageCache.Everything, cancel);
        }
        finally
        {
            _one.Release();
        }
    }

    public override void Dispose()
    {
        _one.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await TryAsync(stoppingToken);
    }

    private async Task TryAsync(CancellationToken cancel)
    {
        try
        {
            await RefreshAsync(cancel);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            // The settings of before stay until the database can be asked again.
            log.LogWarning(e, "The settings could not be read.");
        }
    }
}
