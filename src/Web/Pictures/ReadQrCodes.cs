using Solidarity.Domain;

namespace Solidarity.Web.Pictures;

/// <summary>
/// Reads QR codes from a photo that was uploaded. libvips checks the photo and makes a plain picture of it, as for any other; only that copy is given
/// to ZBar (Debian: zbar-tools), which runs within the same limits. Nothing of the photo is kept.
/// </summary>
public sealed class ReadQrCodes(ImageTool tool, ConvertPicture convert, PictureFolder pictures)
{
    private const string Reader = "zbarimg";
    private const string Smaller = "smaller.png";

    /// <summary>A code that fills a large photo is blurred by its own grain; half of it is read.</summary>
    private const string SmallerWidth = "640";

    /// <summary>Where it is not, codes can still be typed.</summary>
    public bool IsThere => tool.IsThere && tool.Has(Reader);

    /// <returns>What the codes say, each once; none where none is seen.</returns>
    /// <exception cref="Refusal">It is no picture that we take, of the field "picture".</exception>
    public async Task<IReadOnlyList<string>> RunAsync(Stream upload, CancellationToken cancel)
    {
        if (!IsThere)
            throw new Refusal(Reason.PictureToolMissing, "picture");
        var folder = pictures.Begin();
        try
        {
            if (await StorePicture.ReceiveAsync(upload, folder, cancel) is { } problem)
                throw new Refusal([problem]);
            return await convert.FlattenAsync(folder, plain => FindAsync(folder, plain, cancel), cancel);
        }
        finally
        {
            PictureFolder.Remove(folder);
        }
    }

    private async Task<IReadOnlyList<string>> FindAsync(string folder, string plain, CancellationToken cancel)
    {
        if (await ReadAsync(folder, plain, cancel) is { Count: > 0 } found)
            return found;
        await tool.RunAsync(folder, "vips", ["thumbnail", plain, Smaller, SmallerWidth, "--size", "down"], cancel);
        return await ReadAsync(folder, Smaller, cancel);
    }

    private async Task<IReadOnlyList<string>> ReadAsync(string folder, string picture, CancellationToken cancel)
    {
        var answer = await tool.RunAsync(folder, Reader, ["--quiet", "--raw", "--nodbus", "-Sdisable", "-Sqrcode.enable", picture], cancel);
        return [.. answer.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];
    }
}
