using System.Globalization;
using Microsoft.Extensions.Localization;
using Solidarity.Domain;
using Solidarity.Web.Language;

namespace Solidarity.Web.Texts;

/// <summary>Says a refusal in the language of the request.</summary>
public sealed class RefusalWords(IStringLocalizer<Refusals> texts, Site site)
{
    public string Title => texts["Title"];

    public string Unreadable => texts["Unreadable"];

    public string Say(Problem problem) => texts[problem.Reason.ToString(), [.. problem.Args.Select(Write)]];

    private object Write(object value) => value switch
    {
        Money money => MoneyText.Format(money, CultureInfo.CurrentCulture),
        DateTimeOffset moment => site.Write(moment),
        DateOnly day => Moments.Write(day),
        _ => value,
    };
}
