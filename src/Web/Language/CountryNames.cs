using System.Globalization;
using Solidarity.Domain.Organisations;

namespace Solidarity.Web.Language;

public static class CountryNames
{
    /// <summary>What a country is called in the reader's language.</summary>
    /// <remarks>Asked of a culture such as fr-BE: <see cref="RegionInfo.DisplayName"/> stays in the country's own language.</remarks>
    /// <param name="code">ISO 3166-1 alpha-2; one that is not known is given back.</param>
    public static string Of(string code) =>
        Countries.Knows(code) ? new RegionInfo($"{CultureInfo.CurrentUICulture.TwoLetterISOLanguageName}-{code}").NativeName : code;
}
