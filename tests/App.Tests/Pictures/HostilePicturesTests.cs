using System.Diagnostics;
using System.Text;
using Solidarity.Domain;
using Solidarity.Web.Pictures;

namespace Solidarity.App.Tests.Pictures;

/// <summary>What is refused, and why.</summary>
public sealed class HostilePicturesTests : PictureTest
{
    public static TheoryData<string, string, Reason> Hostile => new()
    {
        { "nothing", "photo.jpg", Reason.PictureMissing },
        { "50 MB", "photo.jpg", Reason.PictureTooLarge },
        { "text", "photo.jpg", Reason.PictureKindUnknown },
        { "svg", "drawing.svg", Reason.PictureKindUnknown },
        { "svg", "photo.jpg", Reason.PictureKindUnknown },
        { "html before jpeg", "photo.jpg", Reason.PictureKindUnknown },
        { "pdf", "photo.png", Reason.PictureKindUnknown },
        { "zip", "photo.png", Reason.PictureKindUnknown },
        { "tiff", "photo.tif", Reason.PictureKindUnknown },
        { "ppm", "photo.png", Reason.PictureKindUnknown },
        { "30,000 pixels", "photo.png", Reason.PictureTooManyPixels },
        { "49 megapixels", "photo.png", Reason.PictureTooManyPixels },
        { "bomb of 2.5 gigapixels", "photo.png", Reason.PictureTooManyPixels },
        { "jpeg that claims 65,000", "photo.jpg", Reason.PictureTooManyPixels },
        { "gif of 30,000", "photo.gif", Reason.PictureTooManyPixels },
        { "half a jpeg", "photo.jpg", Reason.PictureUnreadable },
        { "half a png", "photo.png", Reason.PictureUnreadable },
        { "png without its data", "photo.png", Reason.PictureUnreadable },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Is_refused(string what, string name, Reason reason)
    {
        var problem = await RefusedAsync(() => StoreAsync(Make(what), name));

        Assert.Equal((reason, "picture"), (problem.Reason, problem.Field));
    }

    /// <summary>More data than the header speaks of, and a comment of a gigabyte: neither costs anything, whether it is taken or not.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_bomb_behind_an_honest_header_does_not_go_off(bool comment)
    {
        var gigabyte = Png.Zeros(1L << 30);
        var bomb = comment ? Png.With(300, 300, Png.Zeros(301 * 300), Png.Chunk("zTXt", [.. "Comment"u8, 0, 0, .. gigabyte])) : Png.With(300, 300, gigabyte);

        try
        {
            Assert.InRange((await StoreAsync(bomb)).Bytes, 1, 100_000);
        }
        catch (Refusal refusal)
        {
            Assert.Equal(Reason.PictureUnreadable, Assert.Single(refusal.Problems).Reason);
        }

        Assert.Empty(Left);
    }

    [Fact]
    public async Task Without_the_tool_nothing_is_taken() =>
        Assert.Equal(Reason.PictureToolMissing, (await RefusedAsync(() => StoreAsync(Png.Of(9, 9), tool: new ImageTool("", TimeSpan.FromMinutes(1))))).Reason);

    [Fact]
    public async Task A_tool_that_hangs_is_stopped()
    {
        using var hanging = FakeTool.ThatHangs();

        var problem = await RefusedAsync(() => StoreAsync(Png.Of(9, 9), tool: new ImageTool($"{hanging.Folder}:{Path}", TimeSpan.FromSeconds(1))));

        Assert.Equal(Reason.PictureUnreadable, problem.Reason);
        Assert.True(hanging.IsGone);
    }

    [Fact]
    public async Task Who_hangs_up_leaves_nothing_behind()
    {
        using var hanging = FakeTool.ThatHangs();
        using var reader = new CancellationTokenSource();

        var store = StoreAsync(Png.Of(9, 9), tool: new ImageTool($"{hanging.Folder}:{Path}", TimeSpan.FromMinutes(1)), cancel: reader.Token);
        await Site.SiteFixture.EventuallyAsync(() => Task.FromResult(hanging.HasBegun), "the tool runs");
        await reader.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store);
        Assert.True(hanging.IsGone);
        Assert.Empty(Left);
    }

    /// <summary>Memory without end, a file without end, words without end, work without end, and a look at the site's passwords.</summary>
    [Theory]
    [InlineData("/usr/bin/head -c 4000000000 /dev/zero | /usr/bin/tail -n 1")]
    [InlineData("/bin/cat /dev/zero > endless")]
    [InlineData("/bin/cat /dev/zero")]
    [InlineData("while true; do :; done")]
    public async Task A_tool_that_was_taken_over_gets_neither_the_machine_nor_our_secrets(string script)
    {
        using var taken = new FakeTool(script);

        var problem = await RefusedAsync(() => StoreAsync(Png.Of(9, 9), tool: new ImageTool($"{taken.Folder}:{Path}", TimeSpan.FromSeconds(2))));

        Assert.Equal(Reason.PictureUnreadable, problem.Reason);
        Assert.True(taken.IsGone);
        Assert.Empty(taken.Environment.Except(["VIPS_BLOCK_UNTRUSTED", "VIPS_CONCURRENCY", "LC_ALL", "HOME", "TMPDIR", "PWD", "SHLVL", "OLDPWD", "_"]));
    }

    private static byte[] Make(string what) => what switch
    {
        "nothing" => [],
        "50 MB" => [.. Samples.Jpeg(64, 64), .. new byte[50 * 1024 * 1024]],
        "text" => Encoding.UTF8.GetBytes("Hello, this is a photo."),
        "svg" => Samples.Svg,
        "html before jpeg" => [.. Samples.Html, .. Samples.Jpeg(64, 64)],
        "pdf" => Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>"),
        "zip" => Samples.Zip,
        "tiff" => Samples.Convert(Png.Of(64, 64), ".tif"),
        "ppm" => Encoding.ASCII.GetBytes("P3 1 1 255 1 2 3"),
        "30,000 pixels" => Png.With(30_000, 10, Png.Zeros(30_001 * 10)),
        "49 megapixels" => Png.With(7_000, 7_000, Png.Zeros(7_001 * 7_000)),
        "bomb of 2.5 gigapixels" => Png.With(50_000, 50_000, Png.Zeros(50_001L * 50_000)),
        "jpeg that claims 65,000" => Samples.JpegThatClaims(65_000, 65_000),
        "gif of 30,000" => Samples.Gif(30_000, 1, 30_000),
        "half a jpeg" => Half(Samples.Jpeg(1000, 1000)),
        "half a png" => Half(Png.Of(1000, 1000)),
        "png without its data" => Png.With(100, 100, [1, 2, 3]),
        _ => throw new UnreachableException(what),
    };

    private static byte[] Half(byte[] file) => file[..(file.Length / 2)];
}
