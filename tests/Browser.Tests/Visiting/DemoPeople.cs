using Microsoft.Playwright;
using Solidarity.Browser.Tests.Running;
using Solidarity.Domain.People;

namespace Solidarity.Browser.Tests.Visiting;

/// <summary>Somebody of the demo's, with what their authenticator app holds.</summary>
internal sealed record DemoPerson(string Email, string Key)
{
    private static readonly SemaphoreSlim OneAtATime = new(1);
    private static readonly Dictionary<(string, int), long> Used = [];

    /// <summary>By password and code. No code counts twice, so whoever signs in again soon waits for another.</summary>
    public async Task SignInAsync(IPage page)
    {
        await page.GotoAsync("/sign-in");
        await page.Locator("#email").FillAsync(Email);
        await page.Locator("#password").FillAsync("soup for everyone");
        await page.Locator("main form:has(#password) button[type=submit]").First.ClickAsync();
        await page.Locator("#code").FillAsync(await NextCodeAsync(new Uri(page.Url).Port));
        await page.Locator("main form:has(#code) button[type=submit]").First.ClickAsync();
        await Assertions.Expect(page).Not.ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sign-in"));
    }

    private async Task<string> NextCodeAsync(int port)
    {
        await OneAtATime.WaitAsync();
        try
        {
            var now = OneTimeCodes.StepAt(TimeProvider.System.GetUtcNow());
            var step = Math.Max(now, Used.GetValueOrDefault((Email, port)) + 1);
            // The next one is taken early, for clocks that differ.
            await Patience.UntilAsync($"a new code for {Email}", () => Task.FromResult(OneTimeCodes.StepAt(TimeProvider.System.GetUtcNow()) >= step - 1));
            Used[(Email, port)] = step;
            return OneTimeCodes.Of(Key, step);
        }
        finally
        {
            OneAtATime.Release();
        }
    }
}

internal static class DemoPeople
{
    public static DemoPerson Administrator { get; } = new("administrator@demo.example", "JBSWY3DPEHPK3PXPADMINAAAAAAAAAAA");

    public static DemoPerson Moderator { get; } = new("moderator@demo.example", "JBSWY3DPEHPK3PXPMQDERATQRAAAAAAA");

    /// <summary>Owner of the restaurant Chez Fatiha.</summary>
    public static DemoPerson Restaurant { get; } = new("restaurant@demo.example", "JBSWY3DPEHPK3PXPRESTAURANTAAAAAA");

    /// <summary>Assistant in the restaurant La Petite Marmite.</summary>
    public static DemoPerson Cook { get; } = new("cook@demo.example", "JBSWY3DPEHPK3PXPCQQKAAAAAAAAAAAA");

    /// <summary>Of the organisation behind the first project.</summary>
    public static DemoPerson Owner { get; } = new("owner@demo.example", "JBSWY3DPEHPK3PXPQWNERAAAAAAAAAAA");
}
