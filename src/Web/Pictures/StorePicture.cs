using Solidarity.Domain;
using Solidarity.Domain.Pictures;

namespace Solidarity.Web.Pictures;

/// <summary>Takes an upload: checked by decoding it, made anew without metadata, and kept; the files first, then the row.</summary>
public sealed class StorePicture(SolidarityDb db, ImageTool tool, ConvertPicture convert, PictureFolder pictures, TimeProvider clock, ILogger<StorePicture> log)
{
    /// <param name="upload">Read from where it stands, and not closed.</param>
    /// <param name="fileName">As the sender called it; nothing is concluded from it.</param>
    /// <param name="alt">What the picture shows, for those who cannot see it; at most 500 characters.</param>
    /// <exception cref="Refusal">Everything that is wrong with the fields "picture" and "alt".</exception>
    public async Task<Picture> RunAsync(Stream upload, string fileName, string alt, Guid? organisationId, Guid? uploadedBy, CancellationToken cancel)
    {
        var (asked, words) = (new FormWords(), CleanText.OneLine(alt));
        asked.That(tool.IsThere, Reason.PictureToolMissing, "picture");
        var folder = pictures.Begin();
        try
        {
            if (tool.IsThere && await ReceiveAsync(upload, folder, cancel) is { } problem)
                asked.Add(problem);
            asked.That(words is not null, Reason.PictureAltMissing, "alt");
            asked.That(words is null || words.Length <= Picture.LongestAlt, Reason.PictureAltTooLong, "alt", Picture.LongestAlt);
            asked.Refuse();
            var converted = await convert.RunAsync(folder, cancel);
            var picture = Describe(converted, words!, organisationId, uploadedBy);
            pictures.Keep(folder, picture.Token);
            db.Pictures.Add(picture);
            await db.SaveChangesAsync(cancel);
            return picture;
        }
        catch (Refusal refusal)
        {
            log.LogInformation("An upload ({Kind}) is refused: {Why}", KindOf(fileName), refusal.Message);
            throw;
        }
        finally
        {
            PictureFolder.Remove(folder);
        }
    }

    /// <summary>For the log, which is not told the name itself: people name files after people.</summary>
    private static string KindOf(string fileName) =>
        Path.GetExtension(fileName).ToUpperInvariant() is (".JPG" or ".JPEG" or ".PNG" or ".WEBP" or ".HEIC" or ".AVIF" or ".GIF" or ".SVG" or ".PDF") and var known ? known : "another kind";

    /// <summary>Writes an upload into a folder, as far as it is not too large.</summary>
    /// <returns>What is wrong with it, of the field "picture"; null where nothing is.</returns>
    internal static async Task<Problem?> ReceiveAsync(Stream upload, string folder, CancellationToken cancel)
    {
        await using var file = File.Create(Path.Combine(folder, ConvertPicture.Upload));
        var buffer = new byte[64 * 1024];
        for (int read; (read = await upload.ReadAsync(buffer, cancel)) > 0;)
        {
            if (file.Length + read > PictureLimits.Bytes)
                return new Problem(Reason.PictureTooLarge, "picture", [PictureLimits.Megabytes]);
            await file.WriteAsync(buffer.AsMemory(0, read), cancel);
        }

        return file.Length > 0 ? null : new Problem(Reason.PictureMissing, "picture", []);
    }

    private Picture Describe(ConvertedPicture converted, string alt, Guid? organisationId, Guid? uploadedBy)
    {
        var now = clock.GetUtcNow();
        return new Picture
        {
            Id = Guid.CreateVersion7(now),
            Token = UnguessableToken.Create(),
            OrganisationId = organisationId,
            UploadedById = uploadedBy,
            Alt = alt,
            Width = converted.Width,
            Height = converted.Height,
            Bytes = converted.Bytes,
            Widths = string.Join(',', converted.Widths),
            CreatedAt = now,
        };
    }
}
