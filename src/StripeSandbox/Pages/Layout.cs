using System.Reflection;

namespace Solidarity.StripeSandbox.Pages;

/// <summary>The frame of every page: plain HTML, one small style sheet, no script.</summary>
internal static class Layout
{
    public const string StylePath = "/sandbox/style.css";

    public static string Style { get; } = ReadStyle();

    public static IResult Page(Language language, string title, Html body, int status = 200) => Results.Content(
        Html.Of($"""
            <!doctype html>
            <html lang="{language.Code}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>{title}</title>
            <link rel="stylesheet" href="{StylePath}">
            <link rel="icon" href="data:,">
            </head>
            <body>
            <header><p><strong>{language["sandbox"]}</strong> {language["no-real-money"]}</p></header>
            <main>
            {body}
            </main>
            </body>
            </html>

            """).Markup,
        "text/html; charset=utf-8",
        statusCode: status);

    private static string ReadStyle()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("style.css")!);
        return reader.ReadToEnd();
    }
}
