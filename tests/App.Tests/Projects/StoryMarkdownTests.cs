using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Solidarity.Web.Story;

namespace Solidarity.App.Tests.Projects;

public class StoryMarkdownTests
{
    private static readonly string[] Elements =
    [
        "p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "strong", "em", "code", "pre", "a", "img", "br", "hr",
        "table", "thead", "tbody", "tr", "th", "td", "div",
    ];

    private static readonly string[] Attributes = ["href", "rel", "src", "alt", "title", "class", "scope", "role", "tabindex", "aria-label", "start"];

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<SCRIPT SRC=//evil.example/x.js></SCRIPT>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<svg onload=alert(1)>")]
    [InlineData("<iframe src=\"javascript:alert(1)\"></iframe>")]
    [InlineData("<a href=\"javascript:alert(1)\">x</a>")]
    [InlineData("<style>body{display:none}</style>")]
    [InlineData("<p style=\"position:fixed\">x</p>")]
    [InlineData("<form action=//evil.example><input name=card></form>")]
    [InlineData("<base href=//evil.example>")]
    [InlineData("<meta http-equiv=refresh content=0;url=//evil.example>")]
    [InlineData("<!--<img src=\"--><img src=x onerror=alert(1)//\">")]
    [InlineData("<![CDATA[<script>alert(1)</script>]]>")]
    [InlineData("<?php echo 1 ?><script>x</script>")]
    [InlineData("text <b onmouseover=alert(1)>bold</b>")]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](java&#x73;cript:alert(1))")]
    [InlineData("[x](javascript&colon;alert(1))")]
    [InlineData("[x](java\\script:alert(1))")]
    [InlineData("[x](<java\tscript:alert(1)>)")]
    [InlineData("[x](&#1;javascript:alert(1))")]
    [InlineData("[x](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[x](vbscript:msgbox(1))")]
    [InlineData("[x](file:///etc/passwd)")]
    [InlineData("[x](blob:https://evil.example/1)")]
    [InlineData("[x](//evil.example)")]
    [InlineData("[x](/\\evil.example)")]
    [InlineData("[x](\\\\evil.example)")]
    [InlineData("[x](</\t/evil.example>)")]
    [InlineData("[x](https:evil.example)")]
    [InlineData("[x](https://user:secret@evil.example/)")]
    [InlineData("[x](relative/path)")]
    [InlineData("[x]: javascript:alert(1)\n\n[x]")]
    [InlineData("[x]: data:text/html,1 'title'\n\n[x][x]")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("<data:text/html,x>")]
    [InlineData("![x](javascript:alert(1))")]
    [InlineData("![x](https://evil.example/pixel.gif)")]
    [InlineData("![x](data:image/svg+xml;base64,PHN2Zy8+)")]
    [InlineData("![x](//evil.example/p.png)")]
    [InlineData("![x](/language/de)")]
    [InlineData("![x](/language/de?to=/a.png)")]
    [InlineData("[![x](https://evil.example/p.png)](javascript:alert(1))")]
    [InlineData("[x](https://ok.example \"onmouseover=alert(1) \\\" onclick=alert(1)\")")]
    [InlineData("![\" onerror=alert(1) x=\"](/art/a.svg)")]
    [InlineData("# Title {onclick=alert(1)}")]
    [InlineData("`<script>alert(1)</script>`")]
    [InlineData("```html\" onclick=alert(1)\n<script>\n```")]
    [InlineData("| a |\n| --- |\n| <script>alert(1)</script> |")]
    public void Nothing_dangerous_comes_through(string markdown)
    {
        var document = Render(markdown);
        Assert.All(document.Body!.Descendants<IElement>(), element =>
        {
            Assert.Contains(element.LocalName, Elements);
            Assert.All(element.Attributes, attribute => Assert.Contains(attribute.Name, Attributes));
        });
        Assert.All(document.QuerySelectorAll("a"), link =>
        {
            var href = link.GetAttribute("href")!;
            Assert.True(href.StartsWith("https://ok.example", StringComparison.Ordinal) || (href.StartsWith('/') && !href.StartsWith("//", StringComparison.Ordinal)), href);
        });
        Assert.All(document.QuerySelectorAll("img"), image => Assert.StartsWith("/art/", image.GetAttribute("src"), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[x](https://example.org/a?b=c&d=e)", "https://example.org/a?b=c&d=e")]
    [InlineData("[x](http://example.org)", "http://example.org")]
    [InlineData("[x](mailto:a@example.org)", "mailto:a@example.org")]
    [InlineData("[x](/campaigns/y/ledger)", "/campaigns/y/ledger")]
    [InlineData("<https://example.org>", "https://example.org")]
    [InlineData("<a@example.org>", "mailto:a@example.org")]
    [InlineData("[x]: https://example.org\n\n[x]", "https://example.org")]
    public void Good_links_stay_and_are_marked_as_the_authors(string markdown, string href)
    {
        var link = Assert.Single(Render(markdown).QuerySelectorAll("a"));
        Assert.Equal(href, link.GetAttribute("href"));
        Assert.Equal("nofollow ugc noopener", link.GetAttribute("rel"));
    }

    [Fact]
    public void The_words_of_a_refused_link_stay() =>
        Assert.Equal("before the words after", Render("before [the *words*](javascript:x) after").Body!.TextContent.Trim());

    [Fact]
    public void Our_own_pictures_stay() =>
        Assert.Equal("A pot", Assert.Single(Render("![A pot](/art/pot.svg)").QuerySelectorAll("img")).GetAttribute("alt"));

    [Theory]
    [InlineData("# a\n## b\n### c", "H2 H3 H4")]
    [InlineData("## a\n### b", "H2 H3")]
    [InlineData("#### a\n##### b", "H2 H3")]
    [InlineData("# a\n###### b", "H2 H6")]
    public void Headings_begin_below_the_pages_own(string markdown, string levels) =>
        Assert.Equal(levels, string.Join(' ', Render(markdown).QuerySelectorAll("h1,h2,h3,h4,h5,h6").Select(h => h.TagName)));

    [Fact]
    public void Tables_can_be_scrolled_by_keyboard_have_names_of_their_own_and_no_style()
    {
        var document = Render("## Costs\n\n| a | b |\n| --- | ---: |\n| 1 | 2 |\n\n| c |\n| --- |\n| 3 |");
        Assert.Equal(["Table 1: Costs", "Table 2: Costs"], document.QuerySelectorAll("[role=region][tabindex='0']").Select(d => d.GetAttribute("aria-label")));
        Assert.Equal("num", document.QuerySelectorAll("td")[1].ClassName);
        Assert.All(document.QuerySelectorAll("th"), head => Assert.Equal("col", head.GetAttribute("scope")));
        Assert.Empty(document.QuerySelectorAll("[style]"));
    }

    [Theory]
    [InlineData(">")]
    [InlineData("- ")]
    [InlineData("[")]
    [InlineData("*a ")]
    [InlineData("![")]
    public void A_thousand_of_anything_is_only_words(string mark) =>
        Assert.Empty(Render(string.Concat(Enumerable.Repeat(mark, 5000)) + "<script>x</script>").QuerySelectorAll("script"));

    /// <summary>Every row that is shorter than the widest is filled up: thirty thousand characters would be two million cells.</summary>
    [Theory]
    [InlineData("|", "")]
    [InlineData("|", "> ")]
    [InlineData("| `a` ", "")]
    public void A_table_of_millions_of_cells_is_only_words(string cell, string before)
    {
        var wide = string.Concat(Enumerable.Repeat(cell, 1000));
        var bomb = $"{before}{wide}\n{before}{string.Concat(Enumerable.Repeat("|-", 1000))}\n{string.Concat(Enumerable.Repeat(before + "|b\n", 5000))}";
        Assert.InRange(StoryMarkdown.ToHtml(bomb, "Table").Length, 1, 2 * bomb.Length);
    }

    [Fact]
    public void A_long_table_is_a_table_still()
    {
        var rows = string.Concat(Enumerable.Range(1, 300).Select(i => $"| day {i} | {i} soups | {i} € |\n"));
        Assert.Equal(300, Render($"| When | What | Cost |\n| --- | --- | ---: |\n{rows}").QuerySelectorAll("tbody tr").Length);
    }

    [Fact]
    public void What_is_longer_than_any_story_is_only_words() =>
        Assert.Empty(Render("**a**" + new string('x', Solidarity.Domain.Projects.StoryWords.LongestStory)).QuerySelectorAll("strong"));

    private static AngleSharp.Html.Dom.IHtmlDocument Render(string markdown) => new HtmlParser().ParseDocument(StoryMarkdown.ToHtml(markdown, "Table"));
}
