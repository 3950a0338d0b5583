using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Solidarity.Browser.Tests.Hostile;

/// <summary>
/// Notices everything that a payload would do: a script that runs, a request to another host, and, because a policy that refuses to run a
/// script must not be all that stands between, every element or attribute that could run one.
/// </summary>
internal sealed class Watch(IBrowserContext context, Uri site)
{
    /// <summary>Loads nothing and is led nowhere: the page that a mail's or a feed's words are put into.</summary>
    private const string Nowhere = "about:blank";

    private const string Listen = """
        for (const name of ['alert', 'confirm', 'prompt', 'print'])
          window[name] = (...said) => { hostileNoticed(`${name}(${said})`); };
        document.addEventListener('securitypolicyviolation', e => hostileNoticed(`refused by policy: ${e.violatedDirective} ${e.blockedURI} ${e.sample}`));
        """;

    private const string Look = """
        () => {
          const addresses = ['href', 'xlink:href', 'src', 'action', 'formaction', 'data', 'poster', 'background', 'cite', 'longdesc', 'manifest', 'ping'];
          const never = ['APPLET', 'BGSOUND', 'EMBED', 'FRAME', 'FRAMESET', 'ISINDEX', 'LAYER', 'MARQUEE', 'OBJECT', 'PORTAL', 'AUDIO', 'VIDEO', 'DIALOG', 'MATH', 'XSS', 'FOREIGNOBJECT', 'ANIMATE', 'SET'];
          const found = [];
          const say = (e, why) => found.push(`${why}: ${e.outerHTML.slice(0, 200)}`);
          for (const e of document.querySelectorAll('*')) {
            const name = e.localName.toUpperCase();
            if ((never.includes(name) && !e.matches('[data-camera] > video:not([src])')) || name.includes('-') || e.isContentEditable) say(e, 'an element that no page of ours has');
            if (name === 'BASE' && e.hasAttribute('href')) say(e, 'a base');
            if (name === 'SCRIPT' && !(e.src && new URL(e.src).origin === location.origin)) say(e, 'a script');
            if (name === 'IFRAME' && (!e.hasAttribute('sandbox') || new URL(e.src).origin !== location.origin)) say(e, 'a frame');
            if (name === 'LINK' && e.href && location.protocol !== 'about:' && e.rel !== 'canonical' && new URL(e.href).origin !== location.origin) say(e, 'a link to a resource elsewhere');
            if (name === 'META' && e.httpEquiv.toLowerCase() === 'refresh' && new URL(e.content.split(/url=/i)[1] ?? '', document.baseURI).origin !== location.origin) say(e, 'a page that leads elsewhere by itself');
            if (name === 'STYLE' && location.protocol !== 'about:') say(e, 'a style');
            for (const a of e.attributes) {
              const attribute = a.name.toLowerCase();
              if (attribute.startsWith('on') || attribute === 'srcdoc' || attribute === 'ping') say(e, `an attribute ${a.name}`);
              if (attribute === 'style' && location.protocol !== 'about:') say(e, 'a style');
              if (!addresses.includes(attribute)) continue;
              const address = URL.canParse(a.value, document.baseURI) ? new URL(a.value, document.baseURI) : null;
              if (address && !['http:', 'https:', 'mailto:', 'about:'].includes(address.protocol)) say(e, `an address of ${address.protocol}`);
            }
          }
          return found;
        }
        """;

    private readonly ConcurrentQueue<string> _noticed = [];

    public IReadOnlyCollection<string> Noticed => _noticed;

    public async Task BeginAsync()
    {
        await context.ExposeBindingAsync("hostileNoticed", (BindingSource from, string what) => Notice($"{from.Page.Url}: {what}"));
        await context.AddInitScriptAsync(Listen);
        await context.RouteAsync(address => !address.StartsWith(site.GetLeftPart(UriPartial.Authority) + "/", StringComparison.Ordinal), async route =>
        {
            Notice($"{route.Request.Frame.Url}: a request to {route.Request.Url}");
            await route.AbortAsync();
        });
        context.Dialog += (_, dialog) =>
        {
            Notice($"{dialog.Page?.Url}: a dialog: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
        context.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal) || message.Text.Contains("Refused to", StringComparison.Ordinal))
                Notice($"{message.Page?.Url}: {message.Text}");
        };
        context.WebError += (_, error) => Notice($"{error.Page?.Url}: {error.Error}");
    }

    /// <summary>Looks through the page that is open.</summary>
    public async Task LookAsync(IPage page)
    {
        foreach (var found in await page.EvaluateAsync<string[]>(Look))
            Notice($"{page.Url}: {found}");
    }

    /// <summary>Puts words that are shown outside of the site, in a mail or a feed, into a page that no policy protects.</summary>
    public async Task LookAsync(IPage page, string where, string html)
    {
        await page.GotoAsync(Nowhere);
        await page.SetContentAsync(html);
        foreach (var found in await page.EvaluateAsync<string[]>(Look))
            Notice($"{where}: {found}");
    }

    private void Notice(string what) => _noticed.Enqueue(what);
}
