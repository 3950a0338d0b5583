using Microsoft.Net.Http.Headers;
using Solidarity.Web.People;

namespace Solidarity.Web.Pictures;

/// <summary>Serves the files of pictures. What lies at an address never changes, so browsers keep it for good.</summary>
public static class PictureFiles
{
    // The address names the content, so that any mark will do.
    private static readonly EntityTagHeaderValue Mark = new("\"1\"");

    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapPictures(this IEndpointRouteBuilder app) =>
        app.MapMethods("/pictures/{token}/{width:int}.webp", Methods, Get).ExcludeFromDescription().ForEveryone();

    private static IResult Get(string token, int width, PictureFolder pictures, HttpContext context)
    {
        // Only the address as we write it: no other spelling of the width, and nothing that a file system could take for a way out.
        if (PictureAddress.TokenIn(context.Request.Path) != token || pictures.Find(token, width) is not { } file)
            return Results.NotFound();
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.File(file.FullName, "image/webp", lastModified: file.LastWriteTimeUtc, entityTag: Mark);
    }
}
