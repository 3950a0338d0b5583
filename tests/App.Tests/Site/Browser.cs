using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Solidarity.App.Tests.Site;

/// <summary>An answer as a reader sees it.</summary>
/// <param name="Next">Where it sends the browser, for a redirect.</param>
public sealed record Page(HttpStatusCode Status, Uri Address, IDocument Html, Uri? Next, IReadOnlyDictionary<string, string> Headers)
{
    public string Heading => Words("h1");

    public string Title => Plain(Html.Title ?? "");

    public string Main => Words("main");

    /// <summary>The words of the first element, spaces as one.</summary>
    public string Words(string selector) => Plain(Html.QuerySelector(selector)?.TextContent ?? "");

    public string Value(string name) => Html.QuerySelector($"[name='{name}']") switch
    {
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value ?? "",
        IHtmlInputElement { Type: "radio" } => Html.QuerySelectorAll<IHtmlInputElement>($"[name='{name}']").FirstOrDefault(i => i.IsChecked)?.Value ?? "",
        IHtmlInputElement { Type: "checkbox" } box => box.IsChecked ? box.Value : "",
        IHtmlInputElement input => input.Value,
        _ => "",
    };

    public static string Plain(string text) => string.Join(' ', text.Replace('\u00A0', ' ').Replace('\u202F', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>A browser without scripts that shows redirects instead of following them.</summary>
public sealed class Browser : IDisposable
{
    private static int _networks;

    private readonly Uri _site;
    private readonly string _language;
    private readonly HttpClient _http;

    public Browser(Uri site, string language)
    {
        (_site, _language) = (site, language);
        _http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = Cookies });
        // Everybody comes from a network of their own, as the proxy in front would say.
        MoveTo(Interlocked.Increment(ref _networks));
    }

    /// <summary>Goes on from another network.</summary>
    public void MoveTo(int network)
    {
        _http.DefaultRequestHeaders.Remove("X-Forwarded-For");
        _http.DefaultRequestHeaders.Add("X-Forwarded-For", $"10.{(network >> 16) & 255}.{(network >> 8) & 255}.{network & 255}");
    }

    public CookieContainer Cookies { get; } = new();

    public Task<Page> GoAsync(string path) => GoAsync(new Uri(_site, path));

    public Task<Page> GoAsync(Uri address) => AskAsync(new HttpRequestMessage(HttpMethod.Get, address));

    /// <summary>Sends the page's form with some fields filled in, the others as they stand. A null leaves the field out.</summary>
    public Task<Page> SendAsync(Page page, params (string Name, string? Value)[] filled)
    {
        var fields = FieldsOf(page).Where(f => filled.All(c => c.Name != f.Key)).Concat(filled.Where(f => f.Value is not null).Select(f => KeyValuePair.Create(f.Name, f.Value!)));
        return PostAsync(ActionOf(page, "form[method=post]"), fields);
    }

    /// <summary>Presses the button of that page handler: sends the form it is in, with some fields filled in.</summary>
    public Task<Page> PressAsync(Page page, string handler, params (string Name, string? Value)[] filled)
    {
        var button = page.Html.QuerySelector($"button[formaction*='handler={handler}']") ?? throw new InvalidOperationException($"There is no button for {handler} at {page.Address}.");
        var fields = FieldsOf(page).Where(f => filled.All(c => c.Name != f.Key)).Concat(filled.Where(f => f.Value is not null).Select(f => KeyValuePair.Create(f.Name, f.Value!)));
        return PostAsync(button.GetAttribute("formaction")!, fields);
    }

    /// <summary>Sends one of several forms, found by a selector.</summary>
    public Task<Page> SendFormAsync(Page page, string form, params (string Name, string? Value)[] filled)
    {
        var fields = page.Html.QuerySelectorAll($"{form} input[name]").OfType<IHtmlInputElement>().Where(i => filled.All(f => f.Name != i.Name)).Select(i => KeyValuePair.Create(i.Name!, i.Value))
            .Concat(filled.Where(f => f.Value is not null).Select(f => KeyValuePair.Create(f.Name, f.Value!)));
        return PostAsync(ActionOf(page, form), fields);
    }

    private static string ActionOf(Page page, string form) => new Uri(page.Address, page.Html.QuerySelector(form)!.GetAttribute("action") ?? "").PathAndQuery;

    public Task<Page> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields) =>
        AskAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(_site, path)) { Content = new FormUrlEncodedContent(fields) });

    public async Task<Page> AskAsync(HttpRequestMessage request)
    {
        using (request)
        {
            request.Headers.AcceptLanguage.ParseAdd(_language);
            using var answer = await _http.SendAsync(request);
            var html = await BrowsingContext.New(Configuration.Default).OpenAsync(async r => r.Content(await answer.Content.ReadAsStringAsync()));
            var headers = answer.Headers.Concat(answer.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
            return new Page(answer.StatusCode, request.RequestUri!, html, Next(request.RequestUri!, answer), headers);
        }
    }

    /// <summary>Where an answer sends the browser. On Unix .NET takes "/c/pay" for a file.</summary>
    public static Uri? Next(Uri from, HttpResponseMessage answer) => answer.Headers.Location is { } next ? new Uri(from, next.OriginalString) : null;

    public async Task<byte[]> BytesAsync(string path) => await _http.GetByteArrayAsync(new Uri(_site, path));

    public void Dispose() => _http.Dispose();

    private static IEnumerable<KeyValuePair<string, string>> FieldsOf(Page page) => page.Html
        .QuerySelectorAll("form[method=post] [name]")
        .Where(e => e is not IHtmlButtonElement && e is not IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false })
        .Select(e => e.GetAttribute("name")!).Distinct().Select(name => KeyValuePair.Create(name, page.Value(name)));
}
