namespace Solidarity.App.Tests.Backups;

public sealed class TakeBackupTests : BackupTest
{
    [Fact]
    public async Task What_is_restored_elsewhere_is_what_was_there()
    {
        var made = await BackUpAsync();
        await MarkAsync(Data, "evt_later");
        var done = await RestoreAsync();
        Assert.Equal(["evt_kept"], await MarksAsync(Elsewhere));
        Assert.Equal("a picture", await File.ReadAllTextAsync(Path.Combine(Elsewhere, "pictures/token/60.webp")));
        Assert.Equal("a key", await File.ReadAllTextAsync(Path.Combine(Elsewhere, "keys/key-1.xml")));
        Assert.Equal(["keys", "pictures", "solidarity.db"], Directory.EnumerateFileSystemEntries(Elsewhere).Select(e => Path.GetFileName(e)).Order(StringComparer.Ordinal));
        Assert.Equal(["token"], Directory.EnumerateDirectories(Path.Combine(Elsewhere, "pictures")).Select(e => Path.GetFileName(e)));
        Assert.Equal((made.Schema, null), (done.Manifest.Schema, done.Aside));
        Assert.Empty(done.Migrated);
        Assert.Empty(done.Ledger!.Faults);
    }

    [Fact]
    public async Task Keys_of_before_are_left_out_where_those_in_the_database_are_encrypted()
    {
        await BackUpAsync(more: ("Sealing:Secret", "a secret of more than thirty-two characters"));
        await RestoreAsync();
        Assert.False(Directory.Exists(Path.Combine(Elsewhere, "keys")));
    }

    [Fact]
    public async Task Only_its_owner_can_read_an_archive_and_its_folders()
    {
        await BackUpAsync();
        Assert.False(Directory.Exists(Archive + ".unfinished"));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Archive));
    }

    [Fact]
    public async Task Nothing_is_written_over()
    {
        await BackUpAsync();
        Assert.Contains("is there already", await RefusedAsync(() => BackUpAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_killed_backup_left_is_named()
    {
        Directory.CreateDirectory(Archive + ".unfinished");
        Assert.Contains("remove", await RefusedAsync(() => BackUpAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_is_backed_up_by_its_own_tools_and_only_its_files_here()
    {
        (string, string)[] server = [("Database:Provider", "SqlServer"), ("ConnectionStrings:Solidarity", "Server=nowhere;Password=secret")];
        Assert.Contains("--files-only", await RefusedAsync(() => BackUpAsync(false, server)), StringComparison.Ordinal);
        var made = await BackUpAsync(filesOnly: true, server);
        Assert.False(made.HasDatabase);
        var done = await RestoreAsync(more: server);
        Assert.Null(done.Ledger);
        Assert.Equal(["keys", "pictures"], Directory.EnumerateFileSystemEntries(Elsewhere).Select(e => Path.GetFileName(e)).Order(StringComparer.Ordinal));
    }
}
