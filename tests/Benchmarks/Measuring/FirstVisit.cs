using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Solidarity.Benchmarks.Measuring;

/// <summary>What a browser that was never here fetches for one page.</summary>
/// <param name="Bytes">Heads and bodies as they come over the wire, without photographs.</param>
/// <param name="Uncompressed">How many style sheets, scripts and drawings came as they lie on the disk.</param>
/// <param name="NotKept">How many files the browser would ask for again.</param>
internal sealed partial record FirstVisit(int Requests, long Bytes, int Uncompressed, int NotKept)
{
    private static readonly string[] Photographs = [".jpg", ".jpeg", ".png", ".webp", ".avif"];

    public static async Task<FirstVisit> OfAsync(int port, string page)
    {
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        var html = await http.GetStringAsync(page);
        var parts = Reference().Matches(html).Select(m => WebUtility.HtmlDecode(m.Groups["address"].Value))
            .Where(address => !address.StartsWith("data:", StringComparison.Ordinal)).Distinct().ToList();
        if (parts.Find(address => !address.StartsWith('/') || address.StartsWith("//", StringComparison.Ordinal)) is { } foreign)
            throw new InvalidOperationException($"The page fetches {foreign} from elsewhere.");
        long bytes = 0;
        var (uncompressed, notKept) = (0, 0);
        foreach (var address in parts.Prepend(page))
        {
            var got = await OverTheWireAsync(port, address);
            var photograph = Photographs.Any(address.EndsWith);
            if (!photograph)
                bytes += got.Length;
            if (address == page)
                continue;
            var head = Encoding.ASCII.GetString(got, 0, got.AsSpan().IndexOf("\r\n\r\n"u8));
            uncompressed += photograph || head.Contains("\r\nContent-Encoding: ", StringComparison.OrdinalIgnoreCase) ? 0 : 1;
            notKept += head.Contains("immutable", StringComparison.OrdinalIgnoreCase) ? 0 : 1;
        }

        return new FirstVisit(parts.Count + 1, bytes, uncompressed, notKept);
    }

    private static async Task<byte[]> OverTheWireAsync(int port, string address)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"GET {address} HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\nAccept-Language: en\r\nAccept-Encoding: gzip, deflate, br\r\nConnection: close\r\n\r\n"));
        using var got = new MemoryStream();
        await stream.CopyToAsync(got);
        var status = Encoding.ASCII.GetString(got.ToArray(), 9, 3);
        return status == "200" ? got.ToArray() : throw new InvalidOperationException($"{address} answered {status}.");
    }

    // Style sheets and icons, scripts, pictures: what is fetched without a click.
    [GeneratedRegex("""<(?:link\b(?=[^>]*\brel="(?:stylesheet|icon|preload)")[^>]*?\bhref|script\b[^>]*?\bsrc|img\b[^>]*?\bsrc)="(?<address>[^"]+)" """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Reference();
}
