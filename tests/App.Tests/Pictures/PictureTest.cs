using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Solidarity.Database.Sqlite;
using Solidarity.Domain;
using Solidarity.Domain.Pictures;
using Solidarity.Web.Pictures;

namespace Solidarity.App.Tests.Pictures;

/// <summary>A test with a database and a folder of its own, and the real libvips.</summary>
public abstract class PictureTest : IAsyncLifetime
{
    protected static readonly string Path = Environment.GetEnvironmentVariable("PATH")!;

    private readonly string _data = Directory.CreateTempSubdirectory("solidarity-pictures-").FullName;

    protected string Root => System.IO.Path.Combine(_data, "pictures");

    protected PictureFolder Folder => new(Root, TimeProvider.System);

    /// <summary>Everything below the folder of pictures that is not a picture: nothing, whatever happened.</summary>
    protected IEnumerable<string> Left => Directory.Exists(Root) ? Directory.EnumerateFileSystemEntries(System.IO.Path.Combine(Root, "unfinished")) : [];

    public async Task InitializeAsync()
    {
        await using var db = Open();
        await db.Database.MigrateAsync();
    }

    public async Task DisposeAsync()
    {
        await using (var db = Open())
            await db.Database.EnsureDeletedAsync();
        Directory.Delete(_data, recursive: true);
    }

    protected SolidarityDb Open() => new(new DbContextOptionsBuilder<SolidarityDb>().UseSolidaritySqliteOf(System.IO.Path.Combine(_data, "test.db")));

    protected Task<Picture> StoreAsync(byte[] upload, string name = "photo.jpg", string alt = "A meal on a table", ImageTool? tool = null, CancellationToken cancel = default) =>
        StoreAsync(new MemoryStream(upload), name, alt, tool, cancel);

    protected async Task<Picture> StoreAsync(Stream upload, string name, string alt, ImageTool? tool, CancellationToken cancel)
    {
        tool ??= new ImageTool(Path, TimeSpan.FromMinutes(1));
        await using var db = Open();
        using var convert = new ConvertPicture(tool, NullLogger<ConvertPicture>.Instance);
        return await new StorePicture(db, tool, convert, Folder, TimeProvider.System, NullLogger<StorePicture>.Instance).RunAsync(upload, name, alt, null, null, cancel);
    }

    /// <summary>It is refused for one reason, and nothing of it is left.</summary>
    protected async Task<Problem> RefusedAsync(Func<Task<Picture>> store)
    {
        var refusal = await Assert.ThrowsAsync<Refusal>(store);
        Assert.Empty(Left);
        await using var db = Open();
        Assert.False(await db.Pictures.AnyAsync());
        return Assert.Single(refusal.Problems);
    }

    protected byte[] Kept(Picture picture, int width) => File.ReadAllBytes(Folder.Find(picture.Token, width)!.FullName);
}

internal static class Sqlite
{
    public static DbContextOptions<SolidarityDb> UseSolidaritySqliteOf(this DbContextOptionsBuilder<SolidarityDb> options, string file)
    {
        options.UseSolidaritySqlite($"Data Source={file};Pooling=False");
        return options.Options;
    }
}
