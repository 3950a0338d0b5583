namespace Solidarity.StripeSandbox.Api;

internal static class EmailAddress
{
    /// <summary>Something, an at sign, something with a dot: what a form can tell without writing to it.</summary>
    public static bool IsPlausible(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at == text.LastIndexOf('@') && text.Length <= 512 && !text.Any(char.IsWhiteSpace)
            && text.IndexOf('.', at) > at + 1 && !text.EndsWith('.');
    }
}
