using Microsoft.AspNetCore.Razor.TagHelpers;
using Solidarity.Domain.Pictures;

namespace Solidarity.Web.Pictures;

/// <summary>&lt;picture-of picture="@cover" class="cover" eager="true" /&gt; is an img with all widths; nothing where there is no picture.</summary>
[HtmlTargetElement("picture-of", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PictureOfTagHelper : TagHelper
{
    public Picture? Picture { get; set; }

    /// <summary>How wide it will be shown, as in the attribute of that name; else as wide as a column of text.</summary>
    public string Sizes { get; set; } = PictureMarkup.InText;

    /// <summary>The words beside it say as much: to those who do not see it, it is not there.</summary>
    public bool Decorative { get; set; }

    /// <summary>Seen at once, such as a cover.</summary>
    public bool Eager { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Picture is null)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "img";
        output.TagMode = TagMode.StartTagOnly;
        output.Attributes.SetAttribute("src", Picture.UsualAddress());
        foreach (var (name, value) in PictureMarkup.Attributes(Picture, Sizes, Eager))
            output.Attributes.SetAttribute(name, value);
        output.Attributes.SetAttribute("alt", Decorative ? "" : Picture.Alt);
    }
}
