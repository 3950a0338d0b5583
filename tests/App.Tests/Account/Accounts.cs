using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Solidarity.App.Tests.Site;
using Solidarity.Domain.People;
using Solidarity.Jobs.Mail;

namespace Solidarity.App.Tests.Account;

/// <summary>The steps that tests of accounts share.</summary>
public static partial class Accounts
{
    public const string Password = "a quiet kettle sings";

    public static string NewAddress() => $"{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}@example.org";

    /// <summary>Somebody with a confirmed address and that password.</summary>
    public static async Task<Person> MakeAccountAsync(this SiteFixture site, PlatformRole role = PlatformRole.None)
    {
        var person = await site.MakePersonAsync(role);
        await site.ChangeAsync(person, (people, known) => people.AddPasswordAsync(known, Password));
        return person;
    }

    public static async Task ChangeAsync(this SiteFixture site, Person person, Func<UserManager<Person>, Person, Task> change)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        await change(people, (await people.FindByIdAsync(person.Id.ToString()))!);
    }

    /// <returns>The key that their app holds.</returns>
    public static async Task<string> GiveFactorAsync(this SiteFixture site, Person person)
    {
        var key = "";
        await site.ChangeAsync(person, async (people, known) =>
        {
            await people.ResetAuthenticatorKeyAsync(known);
            await people.SetTwoFactorEnabledAsync(known, true);
            key = (await people.GetAuthenticatorKeyAsync(known))!;
        });
        return key;
    }

    public static string Code(string key, int later = 0) => OneTimeCodes.Of(key, OneTimeCodes.StepAt(TimeProvider.System.GetUtcNow()) + later);

    public static Task<Person> FindAsync(this SiteFixture site, string address) => site.InDbAsync(db => db.People.AsNoTracking().SingleAsync(p => p.Email == address));

    public static async Task<Page> SignInAsync(this Browser browser, string email, string password = Password, string path = "/sign-in") =>
        await browser.SendAsync(await browser.GoAsync(path), ("email", email), ("password", password));

    public static async Task<Page> SignUpAsync(this Browser browser, string email, string? password = Password, string name = "Nele") =>
        await browser.SendAsync(await browser.GoAsync("/sign-up"), ("name", name), ("email", email), ("password", password));

    public static async Task<bool> IsSignedInAsync(this Browser browser) => (await browser.GoAsync("/account")).Status == HttpStatusCode.OK;

    /// <summary>The newest mails to that address, once there are so many; newest first.</summary>
    public static async Task<IReadOnlyList<MailboxMail>> MailsAsync(this SiteFixture site, string address, int count = 1)
    {
        var mailbox = site.Services.GetRequiredService<MailboxReader>();
        List<MailboxEntry> Found() => [.. mailbox.List().Where(m => m.To.Contains(address, StringComparison.OrdinalIgnoreCase))];
        await SiteFixture.EventuallyAsync(() => Task.FromResult(Found().Count >= count), $"{count} mails to {address}");
        return [.. Found().Select(m => mailbox.Read(m.File)!)];
    }

    /// <summary>Path and query of the link in a mail.</summary>
    public static string LinkIn(MailboxMail mail) => new Uri(Link().Match(mail.Text).Value).PathAndQuery;

    [GeneratedRegex(@"http://localhost:[0-9]+/\S+")]
    private static partial Regex Link();
}
