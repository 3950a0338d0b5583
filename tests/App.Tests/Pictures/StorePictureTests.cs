using System.Text;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Web.Pictures;

namespace Solidarity.App.Tests.Pictures;

/// <summary>What is taken, and what is kept of it.</summary>
public sealed class StorePictureTests : PictureTest
{
    [Theory]
    [InlineData(3000, 1500, "320,640,1280,1920", 1920, 960)]
    [InlineData(800, 400, "320,640,800", 800, 400)]
    [InlineData(640, 320, "320,640", 640, 320)]
    [InlineData(200, 300, "200", 200, 300)]
    [InlineData(1, 1, "1", 1, 1)]
    [InlineData(12000, 1, "320,640,1280,1920", 1920, 1)]
    [InlineData(1, 12000, "1", 1, 12000)]
    public async Task A_picture_is_kept_in_widths_no_wider_than_itself(int width, int height, string widths, int keptWidth, int keptHeight)
    {
        var picture = await StoreAsync(Png.Of(width, height));

        Assert.Equal((widths, keptWidth, keptHeight), (picture.Widths, picture.Width, picture.Height));
        Assert.Equal(picture.Bytes, picture.AllWidths().Sum(w => Kept(picture, w).Length));
        Assert.All(picture.AllWidths(), w => Assert.True(IsWebp(Kept(picture, w))));
        Assert.Empty(Left);
        await using var db = Open();
        Assert.Equal(picture.Token, await db.Pictures.Select(p => p.Token).SingleAsync());
    }

    [Theory]
    [InlineData(".jpg")]
    [InlineData(".webp")]
    [InlineData(".gif")]
    [InlineData(".avif[effort=0,compression=av1]")]
    public async Task Kinds_that_are_taken(string ending) =>
        Assert.Equal(400, (await StoreAsync(Samples.Convert(Png.Of(400, 300), ending), "whatever.txt")).Width);

    [Fact]
    public async Task Where_it_was_taken_is_gone_and_it_stands_upright()
    {
        var upload = Samples.JpegOfATelephone(400, 200);
        Assert.True(Holds(upload, Samples.Secret));

        var picture = await StoreAsync(upload);

        Assert.Equal((200, 400), (picture.Width, picture.Height));
        foreach (var file in picture.AllWidths().Select(w => Kept(picture, w)))
            Assert.DoesNotContain(new[] { Samples.Secret, "Exif", "EXIF", "XMP ", "ICCP" }, hidden => Holds(file, hidden));
    }

    [Fact]
    public async Task What_is_hidden_behind_or_within_a_picture_is_dropped()
    {
        var words = Png.Chunk("tEXt", Encoding.ASCII.GetBytes("Comment\0<script>alert(1)</script>"));
        foreach (var upload in new byte[][] { [.. Samples.Jpeg(400, 300), .. Samples.Html, .. Samples.Zip], [.. Png.With(400, 300, Png.Zeros(401 * 300), words), .. Samples.Zip] })
        {
            var picture = await StoreAsync(upload);

            foreach (var file in picture.AllWidths().Select(w => Kept(picture, w)))
                Assert.DoesNotContain(new[] { "<script", "PK\u0003\u0004", "PK\u0005\u0006" }, hidden => Holds(file, hidden));
        }
    }

    [Fact]
    public async Task Of_ten_thousand_frames_the_first_is_kept()
    {
        var picture = await StoreAsync(Samples.Gif(300, 10_000));

        Assert.Equal((300, 300, "300"), (picture.Width, picture.Height, picture.Widths));
        Assert.False(Holds(Kept(picture, 300), "ANIM"));
    }

    [Fact]
    public async Task What_it_shows_is_kept_on_one_line() => Assert.Equal("A meal on a table", (await StoreAsync(Png.Of(9, 9), alt: " A meal\r\non a\ttable\u202E ")).Alt);

    [Theory]
    [InlineData("", Reason.PictureAltMissing)]
    [InlineData(" \n\u200B ", Reason.PictureAltMissing)]
    [InlineData(null, Reason.PictureAltTooLong)]
    public async Task What_it_shows_must_be_said(string? alt, Reason reason)
    {
        var problem = await RefusedAsync(() => StoreAsync(Png.Of(9, 9), alt: alt ?? new string('a', 501)));

        Assert.Equal((reason, "alt"), (problem.Reason, problem.Field));
    }

    [Fact]
    public async Task Everything_wrong_is_said_at_once()
    {
        var refusal = await Assert.ThrowsAsync<Refusal>(() => StoreAsync([], alt: ""));

        Assert.Equal([Reason.PictureMissing, Reason.PictureAltMissing], refusal.Problems.Select(p => p.Reason));
    }

    private static bool IsWebp(byte[] file) => file.AsSpan().StartsWith("RIFF"u8) && file.AsSpan(8).StartsWith("WEBP"u8);

    private static bool Holds(byte[] file, string text) => file.AsSpan().IndexOf(Encoding.ASCII.GetBytes(text)) >= 0;
}
