using System.Globalization;
using Microsoft.AspNetCore.Html;
using Solidarity.Domain;

namespace Solidarity.Web.Language;

/// <summary>Days and hours as the reader's language writes them, in the site's time zone.</summary>
public static class Moments
{
    public static string Write(DateOnly day)
    {
        var culture = CultureInfo.CurrentCulture;
        return (culture.TwoLetterISOLanguageName, day.Day) switch
        {
            ("de", _) => day.ToString("d. MMMM yyyy", culture),
            ("fr", 1) => day.ToString("d'er' MMMM yyyy", culture),
            ("it", 1) => day.ToString("d'º' MMMM yyyy", culture),
            _ => day.ToString("d MMMM yyyy", culture),
        };
    }

    /// <summary>An element that says the day to people and programs.</summary>
    public static IHtmlContent Element(DateOnly day) =>
        new HtmlString($"<time datetime=\"{day.ToString("O", CultureInfo.InvariantCulture)}\">{Write(day)}</time>");

    public static IHtmlContent Day(this Site site, DateTimeOffset moment) => Element(site.DayOf(moment));

    /// <summary>Day, hour and minute.</summary>
    public static IHtmlContent Moment(this Site site, DateTimeOffset moment) =>
        new HtmlString($"<time datetime=\"{moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mmZ", CultureInfo.InvariantCulture)}\">{site.Write(moment)}</time>");

    /// <summary>Day, hour and minute, in words.</summary>
    public static string Write(this Site site, DateTimeOffset moment) => $"{Write(site.DayOf(moment))}, {site.Hour(moment)}";

    public static string Hour(this Site site, DateTimeOffset moment) =>
        TimeZoneInfo.ConvertTime(moment, TimeZoneInfo.FindSystemTimeZoneById(site.TimeZone)).ToString("HH:mm", CultureInfo.InvariantCulture);
}
