using Microsoft.AspNetCore.Components;

namespace Solidarity.Web.Caching;

/// <summary>Files of wwwroot under the address that holds their fingerprint, which browsers may keep for good.</summary>
public static class StaticFiles
{
    /// <param name="path">Below the web root, with or without the slash before it: "/art/logo.svg".</param>
    public static string File(this HttpContext context, string path)
    {
        var name = path.TrimStart('/');
        var files = context.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>();
        return "/" + (files?[name] ?? name);
    }
}
