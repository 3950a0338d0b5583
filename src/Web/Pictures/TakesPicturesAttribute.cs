using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Solidarity.Web.Pictures;

/// <summary>
/// For page models with a form that uploads pictures, each bound as an <see cref="IFormFile"/>: their bodies may be larger than those of
/// other pages. A picture that is too large is read to its end and cut off, so that the page can say no beside everything else that was
/// typed (<see cref="StorePicture"/> does); only a body beyond all measure is answered 413.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TakesPicturesAttribute : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    /// <summary>Above what people try by mistake: a film, a picture as the camera kept it.</summary>
    private const long LargestBody = 64 * 1024 * 1024;

    /// <summary>Before the check of the form's token (1000), which reads the form.</summary>
    public int Order => 900;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsPost(http.Request.Method) || PictureForm.BoundaryOf(http.Request) is not { } boundary)
            return;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = LargestBody;
        var form = await new PictureForm(http.RequestServices.GetRequiredService<PictureFolder>(), http.Response).ReadAsync(http.Request.Body, boundary, http.RequestAborted);
        http.Features.Set<IFormFeature>(new FormFeature(form));
    }
}
