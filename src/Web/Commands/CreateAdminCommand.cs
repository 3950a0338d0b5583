using Microsoft.AspNetCore.Identity;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Domain.Trail;
using Solidarity.Web.Account;
using Solidarity.Web.Safety;
using Solidarity.Web.Setup;

namespace Solidarity.Web.Commands;

/// <summary>The command "create-admin EMAIL": the first administrator, or another. Whoever can run it can do anything to the database anyway.</summary>
internal static class CreateAdminCommand
{
    public static async Task<int> RunAsync(IServiceProvider services, string typed, CancellationToken cancel)
    {
        if (EmailAddress.ToAscii(typed) is not { } email)
        {
            await Console.Error.WriteLineAsync($"'{typed}' is not an e-mail address.");
            return 2;
        }

        // The link is sealed.
        if (services.ShutSealingKeys() is { } foreign)
            return await Settings.RefuseAsync(foreign);
        await using var scope = services.CreateAsyncScope();
        var (db, people) = (scope.ServiceProvider.GetRequiredService<SolidarityDb>(), scope.ServiceProvider.GetRequiredService<UserManager<Person>>());
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
        var known = await people.FindByEmailAsync(email);
        var person = known ?? Person.New(email, email.Split('@')[0], Languages.Default, now);
        (person.PlatformRole, person.ClosedAt) = (PlatformRole.Administrator, null);
        db.Note("AdministratorMade", null, now, subjectId: person.Id, subject: email, words: "create-admin");
        var saved = known is null ? await people.CreateAsync(person) : await people.UpdateAsync(person);
        if (!saved.Succeeded)
        {
            await Console.Error.WriteLineAsync($"{email} could not be made an administrator: {saved}");
            return 1;
        }

        var link = scope.ServiceProvider.GetRequiredService<Site>().Page(await scope.ServiceProvider.GetRequiredService<ForgottenPassword>().LinkAsync(person));
        Console.WriteLine($"{email} is an administrator. Within two hours, choose a password at\n{link}\nthen sign in and set up a second factor, without which no administration page opens.");
        return 0;
    }
}
