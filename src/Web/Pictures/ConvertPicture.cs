using System.Globalization;
using Solidarity.Domain;

namespace Solidarity.Web.Pictures;

/// <summary>Makes WebP files of an upload. Only so many at once, or a few uploads would take all of the machine.</summary>
public sealed class ConvertPicture(ImageTool tool, ILogger<ConvertPicture> log) : IDisposable
{
    /// <summary>Name of the upload in its folder.</summary>
    public const string Upload = "upload";

    private const string Decoded = "decoded.png";
    private const string Field = "picture";
    private const int AtOnce = 2;

    private static readonly string Highest = PictureLimits.Side.ToString(CultureInfo.InvariantCulture);

    private readonly SemaphoreSlim _places = new(AtOnce);

    /// <summary>Reads the upload in a folder and leaves there nothing but the picture's files, named by their widths.</summary>
    /// <exception cref="Refusal">It is no picture that we take, of the field "picture".</exception>
    public async Task<ConvertedPicture> RunAsync(string folder, CancellationToken cancel)
    {
        await _places.WaitAsync(cancel);
        try
        {
            await CheckHeaderAsync(folder, cancel);
            var size = await DecodeAsync(folder, cancel);
            var widths = PictureLimits.WidthsOf(size.Width);
            foreach (var width in widths)
                await EncodeAsync(folder, width, cancel);
            File.Delete(Path.Combine(folder, Upload));
            File.Delete(Path.Combine(folder, Decoded));
            return new ConvertedPicture(size.Width, size.Height, widths, new DirectoryInfo(folder).EnumerateFiles().Sum(f => f.Length));
        }
        finally
        {
            _places.Release();
        }
    }

    /// <summary>Leaves beside the upload in a folder a plain PNG of it, for a program that looks for something in it.</summary>
    /// <param name="look">What is done with it, given its name: as long as this takes, it counts as one of the few at once.</param>
    /// <exception cref="Refusal">It is no picture that we take, of the field "picture".</exception>
    internal async Task<T> FlattenAsync<T>(string folder, Func<string, Task<T>> look, CancellationToken cancel)
    {
        await _places.WaitAsync(cancel);
        try
        {
            await CheckHeaderAsync(folder, cancel);
            await DecodeAsync(folder, cancel);
            return await look(Decoded);
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();

    private async Task CheckHeaderAsync(string folder, CancellationToken cancel)
    {
        var answer = await tool.RunAsync(folder, "vipsheader", [Upload], cancel);
        if (PictureHeader.Read(answer.Output) is not { } header || !answer.Succeeded)
            throw Refuse(IsNoPicture(answer) ? Reason.PictureKindUnknown : Reason.PictureUnreadable, answer);
        if (!header.IsKnownKind)
            throw Refuse(Reason.PictureKindUnknown, answer);
        if (header.HasTooManyPixels)
            throw Refuse(Reason.PictureTooManyPixels, answer, PictureLimits.Megapixels, PictureLimits.Side);
    }

    /// <summary>
    /// Once, to a plain picture of the greatest width: turned upright, in sRGB, first frame only, without metadata. Whatever was hidden in the
    /// upload or appended to it ends here, and everything else is made of the copy.
    /// </summary>
    private async Task<PictureHeader> DecodeAsync(string folder, CancellationToken cancel)
    {
        string[] arguments = ["thumbnail", Upload, $"{Decoded}[strip,compression=1]", PictureLimits.Widest.ToString(CultureInfo.InvariantCulture),
            "--height", Highest, "--size", "down", "--fail-on", "error", "--export-profile", "srgb"];
        var answer = await tool.RunAsync(folder, "vips", arguments, cancel);
        if (!answer.Succeeded)
            throw Refuse(Reason.PictureUnreadable, answer);
        var header = await tool.RunAsync(folder, "vipsheader", [Decoded], cancel);
        return PictureHeader.Read(header.Output) ?? throw Refuse(Reason.PictureUnreadable, header);
    }

    private async Task EncodeAsync(string folder, int width, CancellationToken cancel)
    {
        string[] arguments = ["thumbnail", Decoded, $"{PictureAddress.FileName(width)}[Q=80,strip]", width.ToString(CultureInfo.InvariantCulture), "--height", Highest, "--size", "down"];
        var answer = await tool.RunAsync(folder, "vips", arguments, cancel);
        if (!answer.Succeeded)
            throw Refuse(Reason.PictureUnreadable, answer);
        var file = Path.Combine(folder, PictureAddress.FileName(width));
        await File.WriteAllBytesAsync(file, WebpFile.Bare(await File.ReadAllBytesAsync(file, cancel)), cancel);
    }

    /// <summary>Not even libvips knows it, or will not touch it: SVG, PDF and the like.</summary>
    private static bool IsNoPicture(ToolAnswer answer) =>
        answer.Complaint.Contains("not a known file format", StringComparison.Ordinal) || answer.Complaint.Contains("operation is blocked", StringComparison.Ordinal);

    private Refusal Refuse(Reason reason, ToolAnswer answer, params object[] args)
    {
        log.LogInformation("A picture is refused, {Reason}: {Output} {Complaint}", reason, answer.Output, answer.Complaint);
        return new Refusal(reason, Field, args);
    }
}

/// <param name="Width">Of the widest file, in pixels.</param>
/// <param name="Height">Of the widest file, in pixels.</param>
/// <param name="Widths">Of the files, from narrow to wide.</param>
/// <param name="Bytes">Of all files together.</param>
public sealed record ConvertedPicture(int Width, int Height, IReadOnlyList<int> Widths, long Bytes);
