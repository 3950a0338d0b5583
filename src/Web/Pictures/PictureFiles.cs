using Microsoft.Net.Http.Headers;
using Solidarity.Domain;

namespace Solidarity.Web.Pictures;

/// <summary>Serves the files of pictures. What lies at an address never changes, so browsers keep it for good.</summary>
public static class PictureFiles
{
    // The address names the content, so that any mark will do.
    private static readonly EntityTagHeaderValue Mark = new("\"1\"");

    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapPictures(this IEndpointRouteBuilder app) =>
        app.MapMethods($"/pictures/{{token:regex(^[A-Za-z0-9_-]{{{{{UnguessableToken.Length}}}}}$)}}/{{width:regex(^[1-9][0-9]{{{{0,4}}}}$)}}.webp", Methods, Get).ExcludeFromDescription();

    private static IResult Get(string token, int width, PictureFolder pictures, HttpResponse response)
    {
        if (pictures.Find(token, width) is not { } file)
            return Results.NotFound();
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.File(file.FullName, "image/webp", lastModified: file.LastWriteTimeUtc, entityTag: Mark);
    }
}
