using Markdig.Extensions.Tables;
using Markdig.Renderers;

namespace Solidarity.Web.Story;

/// <summary>A table in a box of its own that scrolls sideways on a phone, by keyboard too, and says what it is.</summary>
internal sealed class ScrollingTable : HtmlTableRenderer
{
    protected override void Write(HtmlRenderer renderer, Table table)
    {
        renderer.EnsureLine();
        renderer.Write("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"").WriteEscape(table.GetData(typeof(ScrollingTable)) as string).Write("\">");
        base.Write(renderer, table);
        renderer.WriteLine("</div>");
    }
}
