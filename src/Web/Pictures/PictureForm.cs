using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Solidarity.Web.Setup;

namespace Solidarity.Web.Pictures;

/// <summary>Reads a form with pictures: of each file no more than shows that it is too large, of everything else no more than other forms may hold.</summary>
internal sealed class PictureForm(PictureFolder pictures, HttpResponse response)
{
    private const int MostFiles = 10;

    private readonly FormFileCollection _files = [];
    private KeyValueAccumulator _texts;
    private long _textBytes;

    /// <returns>Null where the request is no form with files.</returns>
    public static string? BoundaryOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= 128 } boundary ? boundary.ToString() : null;

    /// <exception cref="BadHttpRequestException">The body is cut off, is no such form, or holds too much.</exception>
    public async Task<FormCollection> ReadAsync(Stream body, string boundary, CancellationToken cancel)
    {
        try
        {
            var reader = new MultipartReader(boundary, body);
            while (await reader.ReadNextSectionAsync(cancel) is { } section)
                await ReadAsync(section, cancel);
            return new FormCollection(_texts.GetResults(), _files);
        }
        catch (Exception e) when (e is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            throw new BadHttpRequestException("The form is cut off, or is none.", e);
        }
    }

    private Task ReadAsync(MultipartSection section, CancellationToken cancel)
    {
        if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
            throw new InvalidDataException("A part of the form has no name.");
        return disposition.IsFileDisposition() ? ReadFileAsync(section, new FileMultipartSection(section, disposition), cancel) : ReadTextAsync(section, disposition, cancel);
    }

    private async Task ReadFileAsync(MultipartSection section, FileMultipartSection named, CancellationToken cancel)
    {
        if (_files.Count == MostFiles)
            throw TooMuch();
        var kept = pictures.BeginFile();
        response.RegisterForDisposeAsync(kept);
        await CopyAsync(section.Body, kept, PictureLimits.Bytes + 1, cancel);
        _files.Add(new FormFile(kept, 0, kept.Length, named.Name, named.FileName) { Headers = new HeaderDictionary(section.Headers ?? []) });
    }

    private async Task ReadTextAsync(MultipartSection section, ContentDispositionHeaderValue disposition, CancellationToken cancel)
    {
        using var kept = new MemoryStream();
        var complete = await CopyAsync(section.Body, kept, ServerSetup.LargestBody - _textBytes, cancel);
        _textBytes += kept.Length;
        if (!complete || _texts.ValueCount == FormReader.DefaultValueCountLimit)
            throw TooMuch();
        _texts.Append(HeaderUtilities.RemoveQuotes(disposition.Name).ToString(), Encoding.UTF8.GetString(kept.GetBuffer(), 0, (int)kept.Length));
    }

    /// <summary>Reads all, and keeps the beginning.</summary>
    /// <returns>Whether that was all.</returns>
    private static async Task<bool> CopyAsync(Stream from, Stream to, long most, CancellationToken cancel)
    {
        var buffer = new byte[64 * 1024];
        var all = true;
        for (int read; (read = await from.ReadAsync(buffer, cancel)) > 0;)
        {
            var wanted = (int)Math.Min(read, most - to.Length);
            await to.WriteAsync(buffer.AsMemory(0, wanted), cancel);
            all &= wanted == read;
        }

        return all;
    }

    private static BadHttpRequestException TooMuch() => new("The form holds too much.", StatusCodes.Status413PayloadTooLarge);
}
