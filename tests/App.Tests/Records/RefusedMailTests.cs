using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Solidarity.App.Tests.Site;
using Solidarity.Domain.Letters;
using Solidarity.Domain.Mails;
using Solidarity.Domain.Messages;
using Solidarity.Jobs.Engine;
using Solidarity.Jobs.Messages;
using Solidarity.Jobs.Updates;

namespace Solidarity.App.Tests.Records;

/// <summary>Anybody can type an address that does not exist: nobody must be called because of it.</summary>
[Collection(SiteTests.Name)]
public sealed class RefusedMailTests(SiteFixture site)
{
    [Theory]
    [InlineData(LetterKind.NoAccount)]
    [InlineData(LetterKind.MyGifts)]
    public async Task A_letter_to_an_address_that_cannot_be_is_recorded_and_done(LetterKind kind)
    {
        var nowhere = $"nowhere {Guid.NewGuid():N}";
        var letter = await site.InDbAsync(async db =>
        {
            var written = db.Write(kind, (nowhere, null), "en", TimeProvider.System.GetUtcNow(), "/sign-up");
            await db.SaveChangesAsync();
            return written.Id;
        });
        site.Services.GetRequiredService<IWakeJobs>().Wake<ProcessOutbox>();
        await SiteFixture.EventuallyAsync(() => site.InDbAsync(db => db.Outbox.AnyAsync(m => m.SubjectId == letter && (m.State == MessageState.Done || m.State == MessageState.NeedsPerson))), "the letter is dealt with");
        Assert.Equal(MessageState.Done, await site.InDbAsync(db => db.Outbox.Where(m => m.SubjectId == letter).Select(m => m.State).SingleAsync()));
        Assert.Equal(MailOutcome.Rejected, await site.InDbAsync(db => db.MailRecords.Where(m => m.To == nowhere).Select(m => m.Outcome).SingleAsync()));
        Assert.Null(await site.InDbAsync(db => db.Letters.Where(l => l.Id == letter).Select(l => l.Link).SingleAsync()));
    }

    [Fact]
    public async Task A_mail_that_was_planned_for_somebody_who_is_erased_by_now_is_not_missed()
    {
        await using var scope = site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SendMailing>().RunAsync(Guid.NewGuid(), CancellationToken.None);
    }
}
