using System.Globalization;
using Microsoft.Extensions.Localization;
using Solidarity.Domain;

namespace Solidarity.Web.Texts;

/// <summary>Says a refusal in the language of the request.</summary>
public sealed class RefusalWords(IStringLocalizer<Refusals> texts)
{
    public string Title => texts["Title"];

    public string Unreadable => texts["Unreadable"];

    public string Say(Problem problem) => texts[problem.Reason.ToString(), [.. problem.Args.Select(Write)]];

    private static object Write(object value) => value is Money money ? MoneyText.Format(money, CultureInfo.CurrentCulture) : value;
}
