using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Solidarity.Web.Texts;

namespace Solidarity.Web.Forms;

/// <summary>
/// A labelled input with its hint and what is wrong with it, tied together for those who do not see their place. Problems come from the
/// page's <see cref="FormPage"/>: those whose field has this name.
/// </summary>
/// <remarks>Attributes that are not named here go on the input itself: autocomplete, inputmode, maxlength, required, lang.</remarks>
public abstract class LabelledTag(RefusalWords words, IStringLocalizer<Shared> texts) : TagHelper
{
    protected static readonly HtmlEncoder Encoder = HtmlEncoder.Default;

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    /// <summary>Of the input; also its id.</summary>
    public string Name { get; set; } = "";

    public string Label { get; set; } = "";

    public string? Hint { get; set; }

    /// <summary>Says so beside the label.</summary>
    public bool Optional { get; set; }

    /// <summary>Where problems of another name belong here too.</summary>
    public string? Problem { get; set; }

    private List<string> Wrong => View.ViewData.Model is FormPage page
        ? [.. page.Problems.Where(p => p.Field == Name || (Problem is not null && p.Field == Problem)).Select(words.Say).Distinct()]
        : [];

    /// <summary>The attributes that every input of ours has.</summary>
    protected string InputAttributes(TagHelperOutput output)
    {
        if (View.ViewData.Model is FormPage page)
        {
            foreach (var name in new[] { Name, Problem }.OfType<string>())
                page.Written.TryAdd(name, (Name, Label.TrimEnd(' ', ':', '\u00A0', '\u202F')));
        }

        var wrong = Wrong.Count > 0;
        var described = string.Join(' ', new[] { Hint is null ? null : Name + "-hint", wrong ? Name + "-error" : null }.OfType<string>());
        var own = string.Concat(output.Attributes.Select(a => a.ValueStyle == HtmlAttributeValueStyle.Minimized ? $" {a.Name}" : a.Value is null ? "" : $" {a.Name}=\"{Encoder.Encode(a.Value.ToString()!)}\""));
        output.Attributes.Clear();
        return $" id=\"{Name}\" name=\"{Name}\"{own}{(described.Length > 0 ? $" aria-describedby=\"{described}\"" : "")}{(wrong ? " aria-invalid=\"true\"" : "")}";
    }

    protected string LabelHtml() => $"<label for=\"{Name}\">{Encoder.Encode(Label)}{(Optional ? $" <span class=\"required\">{Encoder.Encode(texts["Optional"])}</span>" : "")}</label>";

    protected string HintHtml() => Hint is null ? "" : $"<p class=\"hint\" id=\"{Name}-hint\">{Encoder.Encode(Hint)}</p>";

    protected string ErrorHtml() => Wrong is { Count: > 0 } wrong
        ? $"<p class=\"error\" id=\"{Name}-error\"><span class=\"visually-hidden\">{Encoder.Encode(texts["Error"])} </span>{Encoder.Encode(string.Join(' ', wrong))}</p>"
        : "";

    protected void Begin(TagHelperOutput output, string cssClass)
    {
        (output.TagName, output.TagMode) = ("div", TagMode.StartTagAndEndTag);
        output.Attributes.SetAttribute("class", Wrong.Count > 0 ? $"{cssClass} invalid" : cssClass);
    }
}

/// <summary>One line, or with <see cref="Rows"/> several.</summary>
[HtmlTargetElement("field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldTag(RefusalWords words, IStringLocalizer<Shared> texts) : LabelledTag(words, texts)
{
    public string Type { get; set; } = "text";

    public string? Value { get; set; }

    public int Rows { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var attributes = InputAttributes(output);
        Begin(output, "field");
        var input = Rows > 0
            // A first line end right after the tag is not part of the value.
            ? $"<textarea{attributes} rows=\"{Rows}\">\n{Encoder.Encode(Value ?? "")}</textarea>"
            : $"<input{attributes} type=\"{Type}\"{(Value is null || Type is "password" or "file" ? "" : $" value=\"{Encoder.Encode(Value)}\"")}>";
        output.Content.SetHtmlContent(LabelHtml() + HintHtml() + ErrorHtml() + input);
    }
}

/// <summary>A box to tick; its value is "true".</summary>
[HtmlTargetElement("tick", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TickTag(RefusalWords words, IStringLocalizer<Shared> texts) : LabelledTag(words, texts)
{
    public bool Checked { get; set; }

    public string Value { get; set; } = "true";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var attributes = InputAttributes(output);
        Begin(output, "check");
        output.Content.SetHtmlContent($"<input type=\"checkbox\"{attributes} value=\"{Encoder.Encode(Value)}\"{(Checked ? " checked" : "")}>" + LabelHtml() + HintHtml() + ErrorHtml());
    }
}

/// <summary>One of a list: the options stand inside.</summary>
[HtmlTargetElement("pick")]
public sealed class PickTag(RefusalWords words, IStringLocalizer<Shared> texts) : LabelledTag(words, texts)
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var options = await output.GetChildContentAsync();
        var attributes = InputAttributes(output);
        Begin(output, "field");
        output.Content.SetHtmlContent(LabelHtml() + HintHtml() + ErrorHtml() + $"<select{attributes}>{options.GetContent()}</select>");
    }
}
