using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Solidarity.Web.Backups;

namespace Solidarity.App.Tests.Backups;

/// <summary>What is not sure is refused, with nothing changed.</summary>
public sealed class RestoreBackupTests : BackupTest
{
    [Fact]
    public async Task An_archive_of_a_later_format_is_refused() =>
        Assert.Contains("format 2", await RefusedAfterAsync(manifest => manifest["format"] = 2), StringComparison.Ordinal);

    [Fact]
    public async Task An_archive_of_a_newer_program_is_refused() =>
        Assert.Contains("99990101000000_Later", await RefusedAfterAsync(manifest => manifest["migrations"]!.AsArray().Add("99990101000000_Later")), StringComparison.Ordinal);

    [Fact]
    public async Task A_manifest_that_is_none_is_refused() =>
        Assert.Contains("no format", await RefusedAfterAsync(manifest => manifest.AsObject().Clear()), StringComparison.Ordinal);

    [Fact]
    public async Task A_part_with_another_hash_is_refused() =>
        Assert.Contains("keys/key-1.xml", await RefusedAfterAsync(manifest => Part(manifest, "keys/key-1.xml")["sha256"] = new string('0', 64)), StringComparison.Ordinal);

    [Fact]
    public async Task A_part_that_is_missing_is_refused()
    {
        await BackUpAsync();
        using (var zip = ZipFile.Open(Archive, ZipArchiveMode.Update))
            zip.GetEntry("keys/key-1.xml")!.Delete();
        Assert.Contains("other files", await RefusedAsync(() => RestoreAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_the_manifest_does_not_name_is_refused()
    {
        await BackUpAsync();
        using (var zip = ZipFile.Open(Archive, ZipArchiveMode.Update))
            zip.CreateEntry("pictures/more");
        Assert.Contains("other files", await RefusedAsync(() => RestoreAsync()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("pictures/../../outside")]
    [InlineData("/etc/outside")]
    [InlineData("mailbox/1.eml")]
    [InlineData("pictures//x")]
    public async Task A_way_out_of_the_folder_is_refused(string path) =>
        Assert.Contains("no archive of this program has", await RefusedAfterAsync(manifest => Part(manifest, "keys/key-1.xml")["path"] = path), StringComparison.Ordinal);

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public async Task An_archive_with_a_wrong_byte_is_refused(double where)
    {
        await BackUpAsync();
        var bytes = await File.ReadAllBytesAsync(Archive);
        var (begin, length) = DatabaseIn(bytes);
        bytes[begin + (int)(length * where)] ^= 0x55;
        await File.WriteAllBytesAsync(Archive, bytes);
        await RefusedAsync(() => RestoreAsync());
        Assert.False(File.Exists(Path.Combine(Elsewhere, "solidarity.db")));
    }

    /// <summary>Where its content lies: elsewhere in an archive there are bytes that nobody reads, such as the time of a file.</summary>
    private static (int Begin, int Length) DatabaseIn(byte[] archive)
    {
        using var zip = new ZipArchive(new MemoryStream(archive));
        var entry = zip.GetEntry("solidarity.db")!;
        // The local header (APPNOTE.TXT, 4.3.7): the length of what stands between name and content lies 2 bytes before the name.
        var name = archive.AsSpan().IndexOf(Encoding.ASCII.GetBytes(entry.FullName));
        var between = BinaryPrimitives.ReadUInt16LittleEndian(archive.AsSpan(name - 2));
        return (name + entry.FullName.Length + between, (int)entry.CompressedLength);
    }

    [Fact]
    public async Task Half_an_archive_is_refused()
    {
        await BackUpAsync();
        await using (var file = File.OpenWrite(Archive))
            file.SetLength(file.Length / 2);
        Assert.Contains("damaged", await RefusedAsync(() => RestoreAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_that_is_taken_is_refused_and_moved_aside_when_told()
    {
        await BackUpAsync();
        await MarkAsync(Data, "evt_later");
        Assert.Contains("is there already", await RefusedAsync(() => RestoreAsync(Data)), StringComparison.Ordinal);
        Assert.Contains("evt_later", await MarksAsync(Data));
        var done = await RestoreAsync(Data, over: true);
        Assert.Equal(["evt_kept"], await MarksAsync(Data));
        Assert.Contains("evt_later", await MarksAsync(done.Aside!));
        Assert.True(File.Exists(Path.Combine(done.Aside!, "keys", "key-1.xml")));
        Assert.True(File.Exists(Path.Combine(Data, "mailbox", "1.eml")));
    }

    [Fact]
    public async Task Nothing_is_put_below_a_site_that_runs()
    {
        await BackUpAsync();
        await using (var site = new SqliteConnection($"Data Source={Path.Combine(Data, "solidarity.db")};Pooling=False"))
        {
            await site.OpenAsync();
            await using var read = site.CreateCommand();
            read.CommandText = "SELECT COUNT(*) FROM \"Inbox\"";
            await read.ExecuteScalarAsync();
            Assert.Contains("Stop the site first", await RefusedAsync(() => RestoreAsync(Data, over: true)), StringComparison.Ordinal);
        }

        await RestoreAsync(Data, over: true);
    }

    [Fact]
    public async Task A_SQLite_file_is_not_restored_where_a_server_is_the_database()
    {
        await BackUpAsync();
        Assert.Contains("Database:Provider", await RefusedAsync(() => RestoreAsync(more: [("Database:Provider", "SqlServer"), ("ConnectionStrings:Solidarity", "Server=nowhere")])), StringComparison.Ordinal);
    }

    private static JsonNode Part(JsonNode manifest, string path) => manifest["parts"]!.AsArray().Single(p => (string?)p!["path"] == path)!;

    private async Task<string> RefusedAfterAsync(Action<JsonNode> change)
    {
        await BackUpAsync();
        await using (var zip = ZipFile.Open(Archive, ZipArchiveMode.Update))
        {
            var entry = zip.GetEntry(Manifest.FileName)!;
            JsonNode manifest;
            await using (var read = entry.Open())
                manifest = (await JsonNode.ParseAsync(read))!;
            entry.Delete();
            change(manifest);
            await using var write = new StreamWriter(zip.CreateEntry(Manifest.FileName).Open());
            await write.WriteAsync(manifest.ToJsonString());
        }

        var why = await RefusedAsync(() => RestoreAsync());
        Assert.False(Directory.Exists(Elsewhere) && Directory.EnumerateFileSystemEntries(Elsewhere).Any());
        return why;
    }
}
