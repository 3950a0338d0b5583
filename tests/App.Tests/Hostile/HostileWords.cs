namespace Solidarity.App.Tests.Hostile;

/// <summary>What has broken other sites.</summary>
internal static class HostileWords
{
    public static readonly string[] Texts =
    [
        "", " ", "\0", "a\0b", "\r\nSet-Cookie: x=y", "\ud800", "\udfff\ud800", "\u202e\u202dtxt", "\ufeff", "\uffff", "e\u0301\u0301\u0301\u0301", "ﷺ", "İıſK", "👩‍👩‍👧‍👦🇧🇪",
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' OR 1=1 --", "'; DROP TABLE Donations; --", "{{7*7}}${7*7}#{7*7}", "%s%n%d", "../../../../etc/passwd", "..\\..\\web.config",
        "//elsewhere.example", "/\\elsewhere.example", "https://elsewhere.example", "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "\\\\host\\share",
        "null", "undefined", "NaN", "true", "[]", "{}", "[object Object]", "on", "=1+1", "@SUM(A1)", "-", "_", ".", "..", "...", "~", "*", "?", "#", "%", "&", "=", ";", ",",
        "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff", "{00000000-0000-0000-0000-000000000000}",
        "2026-02-30", "0000-00-00", "9999-12-31", "10000-01-01", "0001-01-01", "2026-11-22T25:61:61Z", "9999-12-31T23:59:59.9999999+14:00", "24:00",
        "a@b", "a@b.c@d", "\"a b\"@example.org", "a@[127.0.0.1]", "ä@exämple.org", "a@example.org\r\nBcc: b@example.org", "en", "fr-BE-x-private-aaaaaaaa", "xx", "tlh", "C", "invariant",
        "EUR", "XXX", "eur ", "JPY", "1.000,00", "1,000.00", "1 000", "١٢٣", "1e3", "0x10", "+5", "--5", "5-", "1/2", "∞",
        "![a](/pictures/x/1.webp)", "[a](javascript:b)", "<!--", "-->", "]]>", "<![CDATA[", "\u001b[31m", "\u0007", "\u0085", "\u2028",
    ];

    public static readonly string[] Letters = ["a", "é", "\u0301", "\0", " ", "\n", "<", "&", "[", "*", ">", "`", "😀", "'", "%"];

    public static readonly string[] Numbers =
    [
        "0", "-0", "-1", "1", "2", "3", "7", "100", "2147483647", "2147483648", "-2147483648", "-2147483649", "4294967296", "9223372036854775807", "9223372036854775808", "-9223372036854775808",
        "99999999999999999999999999", "1.5", "1e400", "0.0000000000001", "3155378975999999999", "3155378976000000000", "638000000000000000", "253402300800", "-62135596801", "1_1", "0-0",
    ];

    /// <summary>Not percent-encoding of anything: cut, not UTF-8, overlong, half a surrogate pair, twice over, a NUL.</summary>
    public static readonly string[] Percents = ["%", "%2", "%zz", "%ff", "%c0%af", "%c0%ae%c0%ae", "%e0%80%af", "%f8%88%80%80%80", "%ed%a0%80", "%00", "%0d%0a", "%252f", "%2f", "%5c", "%u0041", "%C3", "%2e%2e%2f", "+", "%20", "%7f", "%80"];

    public static readonly string[] Methods = ["GET", "POST", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "get", "PoSt", "QUERY", "X", "CONNECT"];

    public static readonly string[] ContentTypes =
    [
        "", "text/plain", "application/json", "application/xml", "text/html; charset=utf-7", "application/x-www-form-urlencoded; charset=utf-16", "application/x-www-form-urlencoded; charset=nonsense",
        "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"", "multipart/mixed; boundary=x", "multipart/form-data; boundary=" + "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
        "application/json; charset=latin1", ";;;", "a/b/c", "*/*", "application/octet-stream", "image/webp", "application/x-www-form-urlencoded;;", "application/grpc", "text/json; charset=\"utf-8",
    ];

    /// <summary>Headers that readers of headers trip over. Of each name one is sent.</summary>
    public static readonly (string Name, string Value)[] Headers =
    [
        ("Accept-Language", "fr;q=NaN"), ("Accept-Language", "fr;q=-1, nl;q=1e9, *;q=0.0000001"), ("Accept-Language", "a,,,,;;;q=,-"), ("Accept-Language", string.Concat(Enumerable.Repeat("fr,", 5000))),
        ("Accept-Language", new string('x', 8000)), ("Accept-Language", "fr\u00e9"), ("Accept-Language", "*"), ("Accept-Language", "en-US-x-" + new string('a', 300)), ("Accept-Language", "i-klingon, zh-Hant-TW;q=0.9"),
        ("Host", "elsewhere.example"), ("Host", "localhost:99999"), ("Host", "a b"), ("Host", "[::1"), ("Host", ""), ("Host", "localhost@elsewhere.example"), ("Host", new string('h', 3000)), ("Host", "xn--"), ("Host", "../.."),
        ("Cookie", ""), ("Cookie", "a"), ("Cookie", "=;=;;"), ("Cookie", "lang=%ff; form=%00; session=\"; said=%E0"), ("Cookie", "lang=" + new string('l', 4000)), ("Cookie", "said=CfDJ8AAAA; form=CfDJ8; gift=%F0"),
        ("Cookie", string.Join("; ", Enumerable.Range(0, 800).Select(i => $"c{i}=v"))), ("Cookie", "said=chunks-99999"), ("Cookie", "form=chunks-3; formC1=a; formC2=b; formC3=c"), ("Cookie", "said=chunks--1"),
        ("Range", "bytes=0-0"), ("Range", "bytes=-1"), ("Range", "bytes=9999999999999999999-"), ("Range", "bytes=5-1"), ("Range", "lines=1-2"), ("Range", string.Join(",", Enumerable.Repeat("0-", 900).Prepend("bytes=0-"))), ("Range", "bytes=a-b"),
        ("If-None-Match", "*"), ("If-None-Match", "W/\"x"), ("If-None-Match", "\"" + new string('e', 5000) + "\""), ("If-None-Match", "x,y,,"), ("If-Match", "\"z\""), ("If-Range", "\"x\""),
        ("If-Modified-Since", "yesterday"), ("If-Modified-Since", "Fri, 31 Dec 9999 23:59:59 GMT"), ("If-Unmodified-Since", "Thu, 01 Jan 0001 00:00:00 GMT"),
        ("Accept", "*/*;q=NaN"), ("Accept", "application/json"), ("Accept", new string(',', 500)), ("Accept-Encoding", "gzip;q=2, br;q=-1, *;q=x"), ("Accept-Encoding", "identity;q=0, *;q=0"), ("Accept-Charset", "utf-7"),
        ("X-Forwarded-Proto", "javascript"), ("X-Forwarded-Proto", "https, http"), ("X-Forwarded-Host", "elsewhere.example"), ("X-Original-URL", "/administration"), ("X-Rewrite-URL", "/administration"), ("X-HTTP-Method-Override", "DELETE"),
        ("Content-Encoding", "gzip"), ("Expect", "200-maybe"), ("Origin", "null"), ("Origin", "https://elsewhere.example"), ("Referer", "::::"), ("User-Agent", ""), ("User-Agent", new string('u', 6000)), ("Upgrade", "h2c"), ("Upgrade", "websocket"),
        ("Authorization", "Basic AAAA"), ("Authorization", "Bearer " + new string('.', 2000)), ("Idempotency-Key", new string('k', 4000)), ("Idempotency-Key", "\u00ff\u00fe"), ("traceparent", "00-" + new string('0', 32) + "-zz-01"), ("tracestate", "=,=,="), ("baggage", "a=%ff,%00=b"),
        ("Forwarded", "for=\"[::"), ("TE", "trailers, x"), ("Max-Forwards", "-1"), ("Content-Language", "\u00e9"), ("Cache-Control", "max-age=99999999999999999999"), ("Content-Disposition", "x"), ("Sec-Fetch-Site", "cross-site"), ("Last-Event-ID", "0"),
    ];

    /// <summary>Whole requests that are none; {0} is the host. Two requests in one, three lengths, no end.</summary>
    public static readonly string[] Wire =
    [
        "GET / HTTP/1.1\r\nHost: {0}\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /administration HTTP/1.1\r\nHost: {0}\r\n\r\n",
        "POST /sign-in HTTP/1.1\r\nHost: {0}\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\naaaaaa",
        "POST /sign-in HTTP/1.1\r\nHost: {0}\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
        "POST /sign-in HTTP/1.1\r\nHost: {0}\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
        "POST /sign-in HTTP/1.1\r\nHost: {0}\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
        "POST /sign-in HTTP/1.1\r\nHost: {0}\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\naaaa",
        "POST /sign-in HTTP/1.1\r\nHost: {0}\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\naaaa\r\n0\r\n\r\n",
        "POST /sign-in HTTP/1.1\r\nHost: {0}\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\na=b\r\n0\r\nTrailer: x\r\n\r\n",
        "POST /sign-in HTTP/1.1\r\nHost: {0}\r\nContent-Length: -1\r\n\r\n", "POST /sign-in HTTP/1.1\r\nHost: {0}\r\nContent-Length: 99999999999999999999\r\n\r\n", "POST /sign-in HTTP/1.1\r\nHost: {0}\r\nContent-Length: 1e3\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost: {0}\r\nHost: elsewhere.example\r\n\r\n", "GET / HTTP/0.9\r\n\r\n", "GET / HTTP/3.0\r\nHost: {0}\r\n\r\n", "GET /\r\n\r\n", "GET  /  HTTP/1.1\r\nHost: {0}\r\n\r\n",
        "GET http://elsewhere.example/administration HTTP/1.1\r\nHost: {0}\r\n\r\n", "GET * HTTP/1.1\r\nHost: {0}\r\n\r\n", "OPTIONS * HTTP/1.1\r\nHost: {0}\r\n\r\n", "CONNECT {0} HTTP/1.1\r\nHost: {0}\r\n\r\n", "GET / HTTP/1.1\nHost: {0}\n\n",
        "GET / HTTP/1.1\r\nHost: {0}\r\n X: folded\r\n\r\n", "GET / HTTP/1.1\r\nHost: {0}\r\nNo colon\r\n\r\n", "GET / HTTP/1.1\r\nHost: {0}\r\n: empty\r\n\r\n", "GET / HTTP/1.1\r\nHost: {0}\r\nA: \0\r\n\r\n", "GET /\0 HTTP/1.1\r\nHost: {0}\r\n\r\n",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u00fc\u0003\u0003", "\r\n\r\n\r\nGET / HTTP/1.1\r\nHost: {0}\r\n\r\n", "HTTP/1.1 200 OK\r\n\r\n", "GET /a#b HTTP/1.1\r\nHost: {0}\r\n\r\n", "GET /?a=\u00ff HTTP/1.1\r\nHost: {0}\r\n\r\n",
    ];
}
