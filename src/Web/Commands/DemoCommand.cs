using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Web.Demo;
using Solidarity.Web.Setup;

namespace Solidarity.Web.Commands;

/// <summary>The command "demo": fills an empty database with projects and gifts, through the same code that real gifts take.</summary>
internal static class DemoCommand
{
    public static async Task<int> RunAsync(IServiceProvider services, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SolidarityDb>();
        await db.Database.MigrateAsync(cancel);
        if (await db.Projects.AnyAsync(cancel))
        {
            // An earlier run may have been stopped half-way.
            await scope.ServiceProvider.GetRequiredService<DemoSandbox>().BackToPresentAsync(cancel);
            await MakePeopleAsync(services, cancel);
            Console.WriteLine("There are projects already: the demo data is left out.");
            return 0;
        }

        var made = await scope.ServiceProvider.GetRequiredService<MakeDemo>().RunAsync(cancel);
        await MakePeopleAsync(services, cancel);
        // After the people: a report is in the language of its organisation's owner.
        await scope.ServiceProvider.GetRequiredService<DemoReports>().MakeAsync(cancel);
        Console.WriteLine($"Demo data: {made.Projects} projects, {made.Campaigns} campaigns, {made.Gifts} gifts.");
        return 0;
    }

    private static async Task MakePeopleAsync(IServiceProvider services, CancellationToken cancel)
    {
        // Everybody knows their secrets.
        if (!services.GetRequiredService<Settings>().Development)
            return;
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DemoPeople>().MakeAsync(cancel);
        await scope.ServiceProvider.GetRequiredService<DemoWorkspace>().MakeAsync(cancel);
    }
}
