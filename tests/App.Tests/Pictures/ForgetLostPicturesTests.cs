using Solidarity.Domain;
using Solidarity.Jobs.Pictures;

namespace Solidarity.App.Tests.Pictures;

public sealed class ForgetLostPicturesTests : PictureTest
{
    [Fact]
    public async Task Files_that_no_row_names_go_after_a_day_and_the_others_stay()
    {
        var picture = await StoreAsync(Png.Of(60, 40));
        var (lost, fresh) = (Lose(days: 2), Lose(days: 0));
        Directory.SetLastWriteTimeUtc(System.IO.Path.Combine(Root, picture.Token), DateTime.UnixEpoch);
        var unfinished = Directory.CreateDirectory(System.IO.Path.Combine(Root, "unfinished")).FullName;
        Directory.SetLastWriteTimeUtc(unfinished, DateTime.UnixEpoch);
        await using var db = Open();
        var job = new ForgetLostPictures(db, Folder, TimeProvider.System);
        await job.RunAsync(CancellationToken.None);
        Assert.Equal(1, job.Done);
        Assert.Equal(new[] { fresh, picture.Token, "unfinished" }.Order(StringComparer.Ordinal), Directory.EnumerateDirectories(Root).Select(f => System.IO.Path.GetFileName(f)).Order(StringComparer.Ordinal));
        Assert.False(Directory.Exists(System.IO.Path.Combine(Root, lost)));
    }

    /// <summary>As a process leaves them that dies before it saves the row.</summary>
    private string Lose(int days)
    {
        var token = UnguessableToken.Create();
        var folder = Directory.CreateDirectory(System.IO.Path.Combine(Root, token)).FullName;
        File.WriteAllBytes(System.IO.Path.Combine(folder, "60.webp"), [1]);
        Directory.SetLastWriteTimeUtc(folder, TimeProvider.System.GetUtcNow().AddDays(-days).UtcDateTime);
        return token;
    }
}
