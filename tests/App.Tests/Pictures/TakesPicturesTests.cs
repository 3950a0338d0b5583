using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Solidarity.Web.Pictures;

namespace Solidarity.App.Tests.Pictures;

/// <summary>A form with a picture, on a small server of its own that takes bodies as large as the site does.</summary>
public sealed class TakesPicturesTests : IAsyncLifetime, IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("solidarity-takes-pictures-").FullName;
    private readonly HttpClient _http = new();
    private WebApplication _app = null!;

    private string Unfinished => Path.Combine(_data, "unfinished");

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 512 * 1024);
        builder.Services.AddSingleton(new PictureFolder(_data, TimeProvider.System));
        builder.Services.AddAntiforgery();
        builder.Services.AddControllersWithViews().AddApplicationPart(typeof(UploadController).Assembly);
        _app = builder.Build();
        _app.MapControllers();
        await _app.StartAsync();
        _http.BaseAddress = new Uri(_app.Urls.Single());
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    public void Dispose() => _http.Dispose();

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1000, 1000)]
    [InlineData(10 * 1024 * 1024, 10 * 1024 * 1024)]
    [InlineData(50 * 1024 * 1024, 10 * 1024 * 1024 + 1)]
    public async Task A_form_is_read_whatever_the_size_of_its_picture(int sent, int kept)
    {
        var file = RandomNumberGenerator.GetBytes(sent);

        var (status, seen) = await PostAsync(await FormAsync(("words", "Søup"), ("words", "twice")), file);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal((kept, "photo.jpg", "Søup,twice"), (seen!.Length, seen.Name, seen.Words));
        Assert.Equal(Convert.ToHexString(SHA256.HashData(file.AsSpan(0, Math.Min(sent, kept)))), seen.Hash);
        await Site.SiteFixture.EventuallyAsync(() => Task.FromResult(!Directory.EnumerateFileSystemEntries(Unfinished).Any()), "no file is left");
    }

    [Fact]
    public async Task A_form_of_somebody_else_is_not_taken() => Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync([], [1])).Status);

    [Fact]
    public async Task Too_many_words_are_too_much()
    {
        var form = await FormAsync(("words", new string('a', 600_000)));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await PostAsync(form, [1])).Status);
    }

    [Fact]
    public async Task Too_many_files_are_too_much()
    {
        using var form = await FormAsync();
        for (var i = 0; i < 11; i++)
            form.Add(new ByteArrayContent([1]), "picture", "photo.jpg");
        using var answer = await _http.PostAsync("/test/upload", form);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Theory]
    [InlineData("--x\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"a\"\r\n\r\ncut off")]
    [InlineData("--x\r\nNo-Name: at all\r\n\r\n1\r\n--x--\r\n")]
    [InlineData("")]
    public async Task A_broken_form_is_the_senders_fault(string body)
    {
        using var content = new StringContent(body);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");
        using var answer = await _http.PostAsync("/test/upload", content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private async Task<MultipartFormDataContent> FormAsync(params (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent { { new StringContent(await _http.GetStringAsync("/test/upload")), "__RequestVerificationToken" } };
        foreach (var (name, value) in fields)
            form.Add(new StringContent(value), name);
        return form;
    }

    private async Task<(HttpStatusCode Status, Seen? Seen)> PostAsync(MultipartFormDataContent form, byte[] file)
    {
        using (form)
        {
            form.Add(new ByteArrayContent(file), "picture", "photo.jpg");
            using var answer = await _http.PostAsync("/test/upload", form);
            return (answer.StatusCode, answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<Seen>() : null);
        }
    }
}

public sealed record Seen(long Length, string Name, string Words, string Hash);

[TakesPictures]
[AutoValidateAntiforgeryToken]
[Route("/test/upload")]
public sealed class UploadController(IAntiforgery antiforgery) : Controller
{
    [HttpGet]
    public string Get() => antiforgery.GetAndStoreTokens(HttpContext).RequestToken!;

    [HttpPost]
    public async Task<JsonResult> Post([FromForm] string[] words, IFormFile picture)
    {
        await using var file = picture.OpenReadStream();
        return Json(new Seen(picture.Length, picture.FileName, string.Join(',', words), Convert.ToHexString(await SHA256.HashDataAsync(file))));
    }
}
