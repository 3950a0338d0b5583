using System.Net;
using System.Text.RegularExpressions;

namespace Solidarity.Faults.Running;

/// <summary>Somebody with a browser of their own, who fills in forms of one node.</summary>
internal sealed partial class Visitor(Site site) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
    {
        BaseAddress = site.Address,
        Timeout = TimeSpan.FromSeconds(60),
    };

    /// <summary>What the page's form carries with it.</summary>
    public async Task<Dictionary<string, string>> OpenAsync(string page)
    {
        var html = await _http.GetStringAsync(new Uri(page, UriKind.Relative));
        return Hidden().Matches(html).Select(m => (Name: m.Groups["name"].Value, Value: WebUtility.HtmlDecode(m.Groups["value"].Value)))
            .GroupBy(f => f.Name).ToDictionary(g => g.Key, g => g.First().Value);
    }

    public async Task<(HttpStatusCode Status, Uri? Next, string Page)> SendAsync(string page, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await _http.PostAsync(new Uri(page, UriKind.Relative), content);
        return (answer.StatusCode, answer.Headers.Location, await answer.Content.ReadAsStringAsync());
    }

    public async Task SignInAsync(string email, string password)
    {
        var form = await OpenAsync("/sign-in");
        (form["Email"], form["password"]) = (email, password);
        var (status, _, page) = await SendAsync("/sign-in", form);
        Assert.True(status is HttpStatusCode.Found or HttpStatusCode.SeeOther, page);
    }

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("""<input[^>]*?(?:type="hidden"[^>]*?)?name="(?<name>key|__RequestVerificationToken)"[^>]*?value="(?<value>[^"]*)""")]
    private static partial Regex Hidden();
}
