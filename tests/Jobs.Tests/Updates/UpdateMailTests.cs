using System.Text;
using Solidarity.Domain;
using Solidarity.Domain.Projects;
using Solidarity.Domain.Updates;
using Solidarity.Jobs.Mail;
using Solidarity.Jobs.Tests.Receipts;

namespace Solidarity.Jobs.Tests.Updates;

public class UpdateMailTests
{
    private const string Body = """
        # A new oven

        We **bought** it with [your help](https://example.org/oven), and *nobody* was hungry.
        A second line, long enough that a mail program of the old kind would have to break it somewhere.

        - soup on Monday
        - bread on Tuesday
          1. white
          2. brown

        > Thank you, said the neighbours.

        | day | bowls |
        | --- | ---: |
        | Monday | 120 |

        ![The oven](/pictures/x/800.webp) [bad](javascript:alert(1)) [ours](/projects/soup) <b onclick="x">raw</b>
        """;

    private static readonly Site Site = new() { Name = "Solidarité", PublicUrl = new Uri("https://solidarity.example"), UnsubscribeMailbox = "stop@solidarity.example" };

    public static TheoryData<string> Languages => [.. Domain.Languages.All];

    private static Mailing Mailing(string language, MailingKind kind, string? name) => new()
    {
        Id = Guid.Parse("01990000-0000-7000-8000-000000000001"),
        Kind = kind,
        SubjectId = Guid.Empty,
        Email = "zoe@example.org",
        Name = name,
        Language = language,
        Token = "tokentokentokentokentokento",
        CreatedAt = Sample.PaidAt,
    };

    private static Project Project { get; } = new()
    {
        Id = Guid.Empty,
        OrganisationId = Guid.Empty,
        Slug = "soup",
        Title = "Soupe & pain",
        Summary = "",
        Language = "fr",
        Place = "",
        Story = "",
    };

    private static Jobs.Mail.Mail Update(string language, UpdateAudience audience = UpdateAudience.Everyone, string body = Body) => UpdateMail.Build(
        new UpdateContent(Mailing(language, MailingKind.Update, null), "choicechoicechoicechoicecho", new Update
        {
            Id = Guid.Empty,
            ProjectId = Guid.Empty,
            Number = 3,
            Language = "en",
            Title = "The oven is here",
            Body = body,
            Audience = audience,
            AuthorId = Guid.Empty,
            CreatedAt = Sample.PaidAt,
        }, Project, "Les Marmites"), Site, Sample.Issuer);

    private static Jobs.Mail.Mail Thanks(string language) => ThanksMail.Build(
        new ThanksContent(Mailing(language, MailingKind.Thanks, "Zoë"), "choicechoicechoicechoicecho", "Merci,\nfrom all of us.", Project, "Les Marmites"), Site, Sample.Issuer);

    private static string Shown(Jobs.Mail.Mail mail) => $"{mail.Subject}\n\n{mail.Text}";

    [Theory]
    [MemberData(nameof(Languages))]
    public void An_update(string language) => Snapshot.Verify(Shown(Update(language)), language);

    [Theory]
    [MemberData(nameof(Languages))]
    public void Words_of_thanks(string language) => Snapshot.Verify(Shown(Thanks(language)), language);

    [Fact]
    public void Html() => Snapshot.Verify(Update("fr", UpdateAudience.Givers).Html);

    [Fact]
    public void Mail_programs_are_told_how_to_stop_it_with_one_click()
    {
        var raw = Encoding.ASCII.GetString(MimeWriter.Write(Update("en"), new MailSender("news@solidarity.example", "Solidarité"), Sample.PaidAt));
        Assert.Contains(
            "\r\nList-Unsubscribe: <https://solidarity.example/unsubscribe/tokentokentokentokentokento>,\r\n <mailto:stop@solidarity.example?subject=tokentokentokentokentokento>\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n",
            raw, StringComparison.Ordinal);
        Assert.Contains("\r\nMessage-ID: <update-01990000000070008000000000000001@solidarity.example>\r\n", raw, StringComparison.Ordinal);
        Assert.All(raw.Split("\r\n").Where(l => !l.Contains("://", StringComparison.Ordinal)), line => Assert.True(line.Length <= 78, line));
    }

    [Fact]
    public void Nothing_of_the_authors_words_runs_or_leads_where_it_should_not()
    {
        var html = Update("en").Html;
        Assert.DoesNotContain("<b onclick", html, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        var deep = Update("en", body: new string('>', 5000) + " <script>x</script>").Html;
        Assert.DoesNotContain("<script", deep, StringComparison.Ordinal);
    }
}
