namespace Solidarity.Domain;

/// <summary>Words in a table for spreadsheets and programs (RFC 4180).</summary>
public static class CsvCell
{
    /// <summary>
    /// Words that a spreadsheet would take for a formula get an apostrophe before them (https://owasp.org/www-community/attacks/CSV_Injection);
    /// only people's names can be such words here.
    /// </summary>
    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var safe = text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
