using Solidarity.Domain.Pictures;

namespace Solidarity.Web.Pages.Projects;

/// <summary>What stands at the head of a project or its card: an uploaded picture, or else one of the site's own.</summary>
/// <param name="Path">Of one of the site's own, below the web root.</param>
/// <param name="Alt">Of one of the site's own. Empty for both kinds where the words beside it say as much.</param>
/// <param name="Language">Of what it says; null for the reader's.</param>
/// <param name="Lazy">Further down than the reader looks first.</param>
public sealed record Cover(Picture? Picture, string? Path, string? Alt, string? Language = null, bool Lazy = false)
{
    /// <summary>The words beside it say as much.</summary>
    public bool IsDecorative => Alt?.Length == 0;
}
