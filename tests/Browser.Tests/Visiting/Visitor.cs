using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Solidarity.Browser.Tests.Running;
using Solidarity.Browser.Tests.Words;

namespace Solidarity.Browser.Tests.Visiting;

/// <summary>Somebody at a browser of their own: no cookies, no history, a device, a language.</summary>
internal sealed partial class Visitor
{
    private static readonly LocatorAssertionsToBeVisibleOptions Long = new() { Timeout = 60_000 };

    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    private Visitor(Installation installation, Variant variant, IBrowserContext context, IPage page)
    {
        (Installation, Variant, _context, Page) = (installation, variant, context, page);
        (Words, SandboxWords) = (new SiteWords(variant.Language), new SandboxWords(variant.Language));
        page.PageError += (_, error) => Complain($"error in a script: {error}");
        page.Console += (_, message) =>
        {
            // The browser says that of every page which is an answer of 4xx, and some should be.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource: the server responded with a status of 4", StringComparison.Ordinal))
                Complain($"console: {message.Text}");
        };
        page.Response += (_, response) =>
        {
            if (response.Status >= 500)
                Complain($"{response.Status} from {response.Url}");
        };
    }

    public IPage Page { get; }

    public Installation Installation { get; }

    public Variant Variant { get; }

    public SiteWords Words { get; }

    public SandboxWords SandboxWords { get; }

    /// <summary>An address that no other visitor has.</summary>
    public string Email { get; } = $"visitor-{Guid.NewGuid():N}@mail.example";

    /// <summary>The secret of the gift whose page is open.</summary>
    public string GiftToken => GiftAddress().Match(new Uri(Page.Url).AbsolutePath) is { Success: true } found
        ? found.Groups[1].Value
        : throw new InvalidOperationException($"{Page.Url} is no gift's page.");

    /// <summary>Lets a visitor do something. Where it fails, a picture of the page lies beside the tests' programs, in "failures".</summary>
    public static async Task VisitAsync(Installation installation, Variant variant, string journey, Func<Visitor, Task> visit)
    {
        await using var context = await installation.Browser.NewContextAsync(Options(installation, variant));
        context.SetDefaultTimeout(30_000);
        var visitor = new Visitor(installation, variant, context, await context.NewPageAsync());
        try
        {
            await visit(visitor);
            Assert.True(visitor._complaints.Count == 0, string.Join('\n', visitor._complaints));
        }
        catch (Exception e)
        {
            var picture = Path.Combine(AppContext.BaseDirectory, "failures", $"{journey}-{variant}.png".Replace(", ", "-", StringComparison.Ordinal).Replace(' ', '-'));
            await visitor.PictureAsync(picture);
            throw new InvalidOperationException($"{journey} ({variant}), at {visitor.Page.Url}, see {picture}: {e.Message}", e);
        }
    }

    public Task OpenAsync(string path) => Page.GotoAsync(path);

    public Task PressAsync(ILocator what) => Variant.HasTouch ? what.TapAsync() : what.ClickAsync();

    /// <summary>Looks at the page that is open: nothing hangs over the edge, the language is said, and axe-core has no objection.</summary>
    /// <param name="kind">What pages that differ in their words alone have in common.</param>
    public async Task LookAsync(string kind)
    {
        await Assertions.Expect(Page.Locator("html")).ToHaveAttributeAsync("lang", Variant.Language);
        await FitsAsync();
        await Installation.Accessibility.ExamineAsync(Page, kind, Variant.Script);
    }

    public async Task FitsAsync()
    {
        // Measured before its style sheet is there, any page is too wide.
        await Page.WaitForLoadStateAsync();
        var width = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        if (width <= Page.ViewportSize!.Width)
            return;
        var wide = await Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('body *')].map(e => ({ e, right: e.getBoundingClientRect().right }))
              .filter(({ right }) => right > document.documentElement.clientWidth)
              .map(({ e, right }) => `${Math.round(right)}: ${e.outerHTML.slice(0, 120)}`)
            """);
        Assert.Fail($"{Page.Url} is {width} pixels wide in a window of {Page.ViewportSize.Width}:\n{string.Join('\n', wide)}");
    }

    public Task SeesHeadingAsync(string words) =>
        Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = words })).ToBeVisibleAsync(Long);

    /// <summary>Waits on the gift's page for words that come by themselves; without JavaScript by asking for the page again, as the reader would.</summary>
    public async Task WaitForHeadingAsync(string words)
    {
        await Assertions.Expect(Page).ToHaveURLAsync(GiftPage(), new() { Timeout = 60_000 });
        if (Variant.Script == Script.On)
        {
            await SeesHeadingAsync(words);
            return;
        }

        await ReloadUntilAsync(Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = words }));
    }

    public Task ReloadUntilAsync(ILocator appears) => Patience.UntilAsync($"{Page.Url} shows {appears}", async () =>
    {
        if (await appears.First.IsVisibleAsync())
            return true;
        try
        {
            await Page.ReloadAsync();
        }
        catch (PlaywrightException e) when (e.Message.StartsWith("net::ERR_ABORTED", StringComparison.Ordinal) || e.Message.Contains("Not attached to an active page", StringComparison.Ordinal))
        {
            // A click's answer came meanwhile.
        }

        return await appears.First.IsVisibleAsync();
    });

    /// <summary>The file at that address, as this browser gets it.</summary>
    public async Task<byte[]> DownloadAsync(ILocator link)
    {
        var address = new Uri(new Uri(Page.Url), await link.GetAttributeAsync("href"));
        var answer = await _context.APIRequest.GetAsync(address.ToString());
        Assert.Equal(200, answer.Status);
        return await answer.BodyAsync();
    }

    /// <summary>Sends the same form again, cookies and all, as an impatient browser would.</summary>
    public Task<IAPIResponse> SendAgainAsync(IRequest form) => _context.APIRequest.PostAsync(form.Url, new()
    {
        DataByte = form.PostDataBuffer,
        Headers = new Dictionary<string, string> { ["Content-Type"] = "application/x-www-form-urlencoded" },
        MaxRedirects = 0,
    });

    /// <summary>The gift's "paid" and "receipt sent" are there, and all that the sandbox had to say has been said.</summary>
    public Task AllIsDoneAsync(string token) => Patience.UntilAsync($"the receipt of {token} is sent", async () =>
        await Installation.Sandbox.HasDeliveredAllAsync() && await Installation.Api.TimesAsync(token, "receiptSent") > 0);

    /// <summary>Every piece of text in the page's own language, its title and the names of its controls included; what people wrote in another is left out.</summary>
    public Task<string[]> TextsAsync() => Page.EvaluateAsync<string[]>("""
        () => {
          const texts = [document.title];
          const walk = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
          while (walk.nextNode()) {
            const node = walk.currentNode;
            const language = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest('[lang]').lang;
            if (language !== document.documentElement.lang) continue;
            if (node.nodeType === Node.TEXT_NODE) texts.push(node.data);
            else for (const name of ['aria-label', 'alt', 'title', 'placeholder', 'content']) if (node.hasAttribute(name)) texts.push(node.getAttribute(name));
          }
          return texts.map(text => text.trim()).filter(text => text);
        }
        """);

    public async Task<IReadOnlyList<BrowserContextCookiesResult>> CookiesAsync() => await _context.CookiesAsync();

    private static BrowserNewContextOptions Options(Installation installation, Variant variant) => new()
    {
        BaseURL = installation.Site.ToString(),
        JavaScriptEnabled = variant.Script == Script.On,
        ViewportSize = new() { Width = variant.Size.Width, Height = variant.Size.Height },
        IsMobile = variant.HasTouch,
        HasTouch = variant.HasTouch,
        Locale = variant.Locale,
        ReducedMotion = ReducedMotion.Reduce,
    };

    private void Complain(string what)
    {
        lock (_complaints)
            _complaints.Add(string.Create(CultureInfo.InvariantCulture, $"{Page.Url}: {what}"));
    }

    private async Task PictureAsync(string file)
    {
        try
        {
            await Page.ScreenshotAsync(new() { Path = file, FullPage = true });
        }
        catch (PlaywrightException)
        {
            // The failure itself is what counts.
        }
    }

    [GeneratedRegex("^http://localhost:[0-9]+/gifts/")]
    private static partial Regex GiftPage();

    [GeneratedRegex("^/gifts/([A-Za-z0-9_-]+)$")]
    private static partial Regex GiftAddress();
}
