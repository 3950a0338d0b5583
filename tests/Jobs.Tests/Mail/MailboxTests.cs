using System.Text;
using Solidarity.Domain;
using Solidarity.Jobs.Mail;

namespace Solidarity.Jobs.Tests.Mail;

public sealed class MailboxTests : IDisposable
{
    private static readonly Site Site = new() { PublicUrl = new("https://solidarity.example"), Name = Letters.Sender.Name! };
    private readonly string folder = Directory.CreateTempSubdirectory("mailbox").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private MailboxTransport Transport(int day = 1) => new(folder, Letters.Sender.Address, Site, new SetClock(new DateTimeOffset(2026, 8, day, 12, 5, 0, TimeSpan.Zero)));

    [Fact]
    public async Task The_same_message_twice_is_one_file()
    {
        await Transport().SendAsync(Letters.Simple(), default);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Transport().SendAsync(Letters.Simple(), default)));
        Assert.Equal("receipt-2026-000123@solidarity.example.eml", Path.GetFileName(Assert.Single(Directory.GetFiles(folder))));
    }

    [Fact]
    public async Task What_was_written_is_read_back()
    {
        var mail = Letters.Simple(name: "Łukasz Großmann, Αθήνα", subject: "Merci\u00A0: votre don de 25,00\u00A0€ est bien arrivé, et voici un sujet très long 🍲") with
        {
            ReplyTo = "owner@example.org",
            Attachments = [new("reçu n° 1.pdf", "application/pdf", Enumerable.Range(0, 5000).Select(i => (byte)i).ToArray()), new("a.txt", "text/plain", [])],
        };
        await Transport().SendAsync(mail, default);

        var reader = new MailboxReader(folder);
        var read = reader.Read(Assert.Single(reader.List()).File)!;
        Assert.Equal(mail.Subject, read.Entry.Subject);
        Assert.Equal("Łukasz Großmann, Αθήνα <marie@example.org>", read.Entry.To);
        Assert.Equal(mail.Text, read.Text);
        Assert.Equal(mail.Html + "\n", read.Html);
        Assert.Equal(["reçu n° 1.pdf", "a.txt"], read.Attachments.Select(a => a.FileName));
        Assert.Equal(mail.Attachments[0].Content, read.Attachments[0].Content);
        Assert.Empty(read.Attachments[1].Content);
        Assert.Contains(KeyValuePair.Create("From", "Solidarité · Liège <gifts@solidarity.example>"), read.Headers);
        Assert.Contains(KeyValuePair.Create("Date", "Sat, 01 Aug 2026 12:05:00 +0000"), read.Headers);
        Assert.Contains(KeyValuePair.Create("Reply-To", "owner@example.org"), read.Headers);
    }

    [Fact]
    public async Task A_file_is_ASCII_in_lines_that_every_server_takes()
    {
        await Transport().SendAsync(Letters.Simple(name: new string('é', 120), subject: new string('x', 300)) with { Html = "<p>" + new string('ü', 5000) }, default);
        var raw = File.ReadAllBytes(Directory.GetFiles(folder).Single());
        Assert.All(raw, b => Assert.True(b is < 127 and (>= 32 or 10 or 13)));
        Assert.All(Encoding.ASCII.GetString(raw).Split("\r\n"), line => Assert.True(line.Length <= 78, line));
    }

    [Fact]
    public async Task The_newest_come_first()
    {
        foreach (var day in new[] { 2, 5, 3 })
            await Transport(day).SendAsync(Letters.Simple(subject: $"day {day}") with { MessageId = $"m{day}@solidarity.example" }, default);
        Assert.Equal(["day 5", "day 3"], new MailboxReader(folder).List(most: 2).Select(e => e.Subject));
        Assert.Empty(new MailboxReader(Path.Combine(folder, "none")).List());
    }

    [Theory]
    [InlineData("../secret.eml")]
    [InlineData("..\\secret.eml")]
    [InlineData("/etc/passwd")]
    [InlineData("secret.txt")]
    [InlineData(".eml")]
    [InlineData("absent.eml")]
    [InlineData("")]
    public void Only_messages_of_the_folder_are_read(string file)
    {
        var inside = Path.Combine(folder, "inside");
        Directory.CreateDirectory(inside);
        File.WriteAllText(Path.Combine(folder, "secret.eml"), "Subject: no\r\n\r\n");
        File.WriteAllText(Path.Combine(inside, "secret.txt"), "no");
        Assert.Null(new MailboxReader(inside).Read(file));
    }

    [Theory]
    [InlineData("../x@y")]
    [InlineData("a/b@y")]
    [InlineData("a b@y")]
    [InlineData("<a@y>")]
    [InlineData("a@y\r\nBcc: x")]
    [InlineData("a")]
    public async Task A_message_id_is_safe_as_header_and_file_name(string id) =>
        await Assert.ThrowsAsync<ArgumentException>(() => Transport().SendAsync(Letters.Simple() with { MessageId = id }, default));
}
