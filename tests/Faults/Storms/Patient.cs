using System.Net;
using System.Text.RegularExpressions;

namespace Solidarity.Faults.Storms;

internal sealed record Answer(HttpStatusCode Status, Uri? Next, string Page)
{
    public bool Redirects => Status is HttpStatusCode.SeeOther or HttpStatusCode.Found;
}

/// <summary>
/// Somebody with a browser who does what people do when a page does not come, or is an error: waits a moment, and asks for it or sends the
/// same form again. Each request takes a connection of its own, and so perhaps another node.
/// </summary>
internal sealed partial class Patient(Uri home, Figures figures, Random dice) : IDisposable
{
    private const int Tries = 40;

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
    {
        BaseAddress = home,
        Timeout = TimeSpan.FromSeconds(12),
        DefaultRequestHeaders = { ConnectionClose = true, AcceptLanguage = { new("en") } },
    };

    /// <returns>Null once patience has ended.</returns>
    public Task<Answer?> OpenAsync(Uri page) => UntilAnsweredAsync(() => new HttpRequestMessage(HttpMethod.Get, page));

    public Task<Answer?> OpenAsync(string page) => OpenAsync(new Uri(page, UriKind.Relative));

    /// <returns>Null once patience has ended.</returns>
    public Task<Answer?> SendAsync(Uri page, IReadOnlyDictionary<string, string> fields) =>
        UntilAnsweredAsync(() => new HttpRequestMessage(HttpMethod.Post, page) { Content = new FormUrlEncodedContent(fields) });

    /// <summary>Opens the page, fills its form in and sends it; where the form has grown stale, once more from the start.</summary>
    /// <param name="fill">Gets what the form holds hidden.</param>
    /// <param name="to">Where its button sends it, if not to the page itself.</param>
    /// <param name="clicks">How often the button is pressed, all at once.</param>
    public async Task<List<Answer>> FillInAsync(string page, Action<Dictionary<string, string>> fill, string? to = null, int clicks = 1)
    {
        for (var times = 0; times < 5; times++)
        {
            if (await OpenAsync(page) is not { } opened)
                return [];
            if (opened.Status != HttpStatusCode.OK)
                return [opened];
            var fields = HiddenIn(opened.Page);
            fill(fields);
            var there = new Uri(to ?? page, UriKind.Relative);
            var answers = await Task.WhenAll(Enumerable.Range(0, clicks).Select(_ => SendAsync(there, fields)));
            var heard = answers.OfType<Answer>().ToList();
            if (heard.Exists(a => a.Status != HttpStatusCode.BadRequest))
                return heard;
            figures.Count("troubles", "a form that had grown stale");
        }

        return [];
    }

    public void Dispose() => _http.Dispose();

    private static Dictionary<string, string> HiddenIn(string page) => Hidden().Matches(page)
        .Select(input => (Name: Name().Match(input.Value).Groups[1].Value, Value: WebUtility.HtmlDecode(Value().Match(input.Value).Groups[1].Value)))
        .Where(f => f.Name.Length > 0).GroupBy(f => f.Name).ToDictionary(g => g.Key, g => g.Last().Value);

    /// <summary>The beginning of the path, without what names one gift or delivery.</summary>
    private static string Place(Uri address) => string.Join('/', (address.IsAbsoluteUri ? address.AbsolutePath : address.OriginalString.Split('?')[0]).Split('/').Where(part => part.Length < 30).Take(6));

    private async Task<Answer?> UntilAnsweredAsync(Func<HttpRequestMessage> make)
    {
        for (var tries = 0; tries < Tries; tries++)
        {
            try
            {
                using var request = make();
                using var answer = await _http.SendAsync(request);
                var page = await answer.Content.ReadAsStringAsync();
                if ((int)answer.StatusCode is < 500 and not 429)
                    return new Answer(answer.StatusCode, answer.Headers.Location, page);
                figures.Count("troubles", $"{(int)answer.StatusCode} from {Place(request.RequestUri!)}");
            }
            catch (HttpRequestException)
            {
                figures.Count("troubles", "connection refused or broken");
            }
            catch (IOException)
            {
                figures.Count("troubles", "answer broken off");
            }
            catch (OperationCanceledException)
            {
                figures.Count("troubles", "no answer in 12 s");
            }

            int pause;
            lock (dice)
                pause = dice.Next(200, 1200);
            await Task.Delay(pause);
        }

        figures.Count("troubles", "gave up");
        return null;
    }

    [GeneratedRegex("""<input[^>]*type="hidden"[^>]*>""")]
    private static partial Regex Hidden();

    [GeneratedRegex("""\sname="([^"]*)""")]
    private static partial Regex Name();

    [GeneratedRegex("""\svalue="([^"]*)""")]
    private static partial Regex Value();
}
