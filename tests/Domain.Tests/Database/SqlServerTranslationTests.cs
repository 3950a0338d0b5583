using System.Data;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Ledger;
using Solidarity.Domain.Messages;
using Solidarity.Domain.Updates;

namespace Solidarity.Domain.Tests.Database;

/// <summary>What is run on SQLite in every other test can be said to SQL Server too. That it answers well is tested where there is one.</summary>
public class SqlServerTranslationTests
{
    private readonly NoServer server = new();

    [Fact]
    public async Task Checking_the_books()
    {
        await using var db = server.Open();
        Assert.Empty((await new VerifyLedger(db).RunAsync(CancellationToken.None)).Faults);
        Assert.Contains(server.Statements, s => s.Contains("HAVING", StringComparison.Ordinal));
        string[] checkedTables = ["Postings", "LedgerTransactions", "LedgerAccounts", "Donations", "DonationLines", "Receipts", "Campaigns", "CampaignTotals", "CampaignDays", "Transfers", "MealOrders", "MealVouchers", "MealCounts", "MealSlots"];
        Assert.All(checkedTables, table => Assert.Contains(server.Statements, s => s.Contains($"FROM [{table}]", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Naming_the_postings_of_an_unbalanced_transaction()
    {
        server.NextRows.Enqueue(Rows(("TransactionId", 7L), ("CurrencyCode", "EUR"), ("Sum", 1L)));
        server.NextRows.Enqueue(Rows(("Id", 9L), ("Code", "tips"), ("AmountMinor", 1L), ("CurrencyCode", "EUR"), ("Reference", "by hand")));
        await using var db = server.Open();
        Assert.Equal(
            ["Transaction 7 (by hand) does not balance: the sum is EUR 0.01. posting 9 tips EUR 0.01"],
            (await new VerifyLedger(db).RunAsync(CancellationToken.None)).Faults);
    }

    [Fact]
    public async Task Taking_a_message_and_saying_how_it_ended()
    {
        await using var db = server.Open();
        var queue = new MessageQueue<OutboxMessage>(db, new FakeClock(), new MessageQueueOptions());
        server.NextRows.Enqueue(Rows(("Id", 1L), ("Lost", false)));
        Assert.Empty(await queue.TakeAsync(10, CancellationToken.None));
        Assert.Equal(3, server.Statements.Count);
        Assert.StartsWith("UPDATE", server.Statements[1], StringComparison.Ordinal);

        server.NextRows.Enqueue(Rows(("Id", 1L), ("Lost", true)));
        Assert.Empty(await queue.TakeAsync(10, CancellationToken.None));

        var message = new OutboxMessage { Kind = "mail", SubjectId = Guid.NewGuid(), CreatedAt = FakeClock.Noon, DueAt = FakeClock.Noon };
        await queue.DoneAsync(message, CancellationToken.None);
        await queue.FailedAsync(message, "no", CancellationToken.None);
        Assert.Equal(4, server.Statements.Count(s => s.StartsWith("UPDATE", StringComparison.Ordinal)));
    }

    /// <summary>A range, so that the index is used, and a binary order, so that capitals count.</summary>
    [Fact]
    public async Task Finding_the_donations_that_a_form_replaces()
    {
        await using var db = server.Open();
        server.NextRows.Enqueue(Rows(("Id", Guid.NewGuid())));
        var donation = new Donation { Id = Guid.NewGuid(), Token = "t", CurrencyCode = "EUR", AmountMinor = 100, Email = "a@b.cd", Language = "en", StartedAt = FakeClock.Noon };
        db.Entry(donation).Property(d => d.FormKey).CurrentValue = "form-1:digest";
        Assert.Single(await Seed.Start(db, new FakeClock()).ReplacedByAsync(donation, CancellationToken.None));
        Assert.Contains("[FormKey] >= @", Assert.Single(server.Statements), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Finding_those_whom_an_update_or_a_thanks_is_for()
    {
        await using var db = server.Open();
        var (project, now) = (Guid.NewGuid(), FakeClock.Noon);
        var thanks = new Thanks { Id = Guid.NewGuid(), ProjectId = project, ById = project, At = now, Words = "Thank you." };
        Assert.Contains("NOT EXISTS", db.NotThanked(project).Select(l => l.Id).ToQueryString(), StringComparison.Ordinal);
        Assert.Contains("NOT EXISTS", db.ThankedBy(thanks).Select(l => l.Id).ToQueryString(), StringComparison.Ordinal);
        Assert.Contains("[Audience]", db.Updates.Public().OrderByDescending(u => u.PublishedAt).Select(u => u.Title).ToQueryString(), StringComparison.Ordinal);
        Assert.Contains("[Email]", PlanMailings.Followers(db, project).OrderBy(f => f.Id).Take(300).Select(f => f.Email).ToQueryString(), StringComparison.Ordinal);
    }

    private static DataTable Rows(params (string Name, object Value)[] row)
    {
        var table = new DataTable { Locale = CultureInfo.InvariantCulture };
        foreach (var (name, value) in row)
            table.Columns.Add(name, value.GetType());
        table.Rows.Add([.. row.Select(c => c.Value)]);
        return table;
    }
}
