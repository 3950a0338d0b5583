using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Localization;
using Solidarity.Domain;
using Solidarity.Web.Texts;

namespace Solidarity.Web.Forms;

/// <summary>
/// The problems above a form as items of a list, each with the name of its field and a link to it. A page is kept until all of it is there,
/// so these lines are written after the form below has said what its fields are called.
/// </summary>
public sealed class ProblemLines(IHaveProblems page, RefusalWords words, IStringLocalizer<Shared> texts) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var problem in page.Problems)
            writer.Write($"<li>{Line(problem, encoder)}</li>\n");
    }

    private string Line(Problem problem, HtmlEncoder encoder)
    {
        var said = words.Say(problem);
        if (page.InputOf(problem) is not { } id)
            return encoder.Encode(said);
        return $"<a href=\"#{encoder.Encode(id)}\">{encoder.Encode(page.LabelOf(problem) is { } label ? texts["Problem", label, said] : said)}</a>";
    }
}
