using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Messages;

namespace Solidarity.Domain.Tests.Messages;

public class MessageQueueTests : DatabaseTest
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly MessageQueueOptions options = new() { Lease = 60 * Second, Pauses = [2 * Second, 5 * Second, 15 * Second] };

    [Fact]
    public async Task Takes_what_is_due_the_oldest_first_and_no_more_than_asked()
    {
        await SendAsync(3);
        await SaveAsync(new OutboxMessage { Kind = "mail", SubjectId = Guid.NewGuid(), CreatedAt = FakeClock.Noon, DueAt = FakeClock.Noon + Second });

        var taken = await TakeAsync(2);
        Assert.Equal([1, 2], taken.Select(m => m.Id));
        Assert.All(taken, m => Assert.Equal((MessageState.Taken, 1, FakeClock.Noon + options.Lease), (m.State, m.Attempts, m.LeasedUntil)));
        Assert.Equal([3], (await TakeAsync(10)).Select(m => m.Id));
        Assert.Empty(await TakeAsync(10));
        Clock.Advance(Second);
        Assert.Equal([4], (await TakeAsync(10)).Select(m => m.Id));
    }

    /// <summary>Three thousand mails of an update wait for their own job, and a receipt that comes after them does not wait for them.</summary>
    [Fact]
    public async Task A_taker_may_ask_for_some_kinds_only()
    {
        await SaveAsync([.. new[] { OutboxKinds.Mailing, OutboxKinds.Mailing, OutboxKinds.ReceiptMail }.Select(kind => new OutboxMessage { Kind = kind, SubjectId = Guid.NewGuid(), CreatedAt = FakeClock.Noon, DueAt = FakeClock.Noon })]);
        await using var db = Database.Open();
        var queue = new MessageQueue<OutboxMessage>(db, Clock, options);
        Assert.Equal([3], (await queue.TakeAsync(1, None, m => m.Kind != OutboxKinds.Mailing)).Select(m => m.Id));
        Assert.Equal([1, 2], (await queue.TakeAsync(8, None, m => m.Kind == OutboxKinds.Mailing)).Select(m => m.Id));
    }

    [Fact]
    public async Task Many_takers_at_once_never_take_the_same_message()
    {
        const int Messages = 60;
        await SendAsync(Messages);
        var taken = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            var mine = new List<long>();
            while (true)
            {
                var batch = await TakeAsync(7);
                if (batch.Count == 0 && await CountAsync(MessageState.Waiting) == 0)
                    return mine;
                mine.AddRange(batch.Select(m => m.Id));
            }
        })));
        Assert.Equal(Enumerable.Range(1, Messages).Select(i => (long)i), taken.SelectMany(ids => ids).Order());
    }

    [Fact]
    public async Task What_is_done_is_done()
    {
        await SendAsync(1);
        var message = Assert.Single(await TakeAsync(1));
        Clock.Advance(Second);
        await WithQueueAsync(q => q.DoneAsync(message, None));
        var row = await RowAsync();
        Assert.Equal((MessageState.Done, FakeClock.Noon + Second, null, null), (row.State, row.DoneAt, row.LastError, row.Lease));
        Clock.Advance(TimeSpan.FromDays(1));
        Assert.Empty(await TakeAsync(1));
    }

    [Fact]
    public async Task An_expired_lease_is_taken_by_another_and_not_a_moment_before()
    {
        await SendAsync(1);
        var first = Assert.Single(await TakeAsync(1));
        Clock.Advance(options.Lease);
        Assert.Empty(await TakeAsync(1));
        Clock.Advance(Second);
        var second = Assert.Single(await TakeAsync(1));
        Assert.Equal(first.Id, second.Id);
        Assert.NotEqual(first.Lease, second.Lease);
        Assert.Equal(2, second.Attempts);
    }

    [Fact]
    public async Task A_late_worker_whose_lease_was_lost_changes_nothing()
    {
        await SendAsync(1);
        var late = Assert.Single(await TakeAsync(1));
        Clock.Advance(options.Lease + Second);
        var current = Assert.Single(await TakeAsync(1));

        await WithQueueAsync(q => q.DoneAsync(late, None));
        Assert.Equal(MessageState.Taken, await WithQueueAsync(q => q.FailedAsync(late, "late", None)));
        var row = await RowAsync();
        Assert.Equal((MessageState.Taken, current.Lease, null), (row.State, row.Lease, row.LastError));

        await WithQueueAsync(q => q.DoneAsync(current, None));
        Assert.Equal(MessageState.Taken, await WithQueueAsync(q => q.FailedAsync(late, "late", None)));
        Assert.Equal(MessageState.Done, (await RowAsync()).State);
    }

    [Fact]
    public async Task Done_by_one_who_never_took_it_changes_nothing()
    {
        await SendAsync(1);
        var row = await RowAsync();
        await WithQueueAsync(q => q.DoneAsync(row, None));
        Assert.Equal(MessageState.Waiting, (await RowAsync()).State);
    }

    [Fact]
    public async Task Pauses_grow_and_after_the_last_a_person_is_needed()
    {
        await SendAsync(1);
        foreach (var pause in options.Pauses)
        {
            var message = Assert.Single(await TakeAsync(1));
            Assert.Equal(MessageState.Waiting, await WithQueueAsync(q => q.FailedAsync(message, "Stripe is down", None)));
            var row = await RowAsync();
            Assert.Equal((MessageState.Waiting, Clock.Now + pause, "Stripe is down", null), (row.State, row.DueAt, row.LastError, row.Lease));
            Clock.Advance(pause - TimeSpan.FromMilliseconds(1));
            Assert.Empty(await TakeAsync(1));
            Clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        var last = Assert.Single(await TakeAsync(1));
        Assert.Equal(MessageState.NeedsPerson, await WithQueueAsync(q => q.FailedAsync(last, "Stripe is down", None)));
        Clock.Advance(TimeSpan.FromDays(365));
        Assert.Empty(await TakeAsync(1));
        Assert.Equal((MessageState.NeedsPerson, "Stripe is down", 4), ((await RowAsync()).State, (await RowAsync()).LastError, (await RowAsync()).Attempts));
    }

    [Fact]
    public void The_pauses_that_ship_grow_too()
    {
        var pauses = new MessageQueueOptions().Pauses;
        Assert.Equal(pauses.Order(), pauses);
        Assert.True(pauses.Aggregate(TimeSpan.Zero, (a, b) => a + b) > TimeSpan.FromDays(2));
    }

    [Fact]
    public async Task Without_pauses_the_first_failure_needs_a_person()
    {
        options.Pauses = [];
        await SendAsync(1);
        var message = Assert.Single(await TakeAsync(1));
        Assert.Equal(MessageState.NeedsPerson, await WithQueueAsync(q => q.FailedAsync(message, "no", None)));
    }

    [Fact]
    public async Task A_message_that_ends_every_worker_needs_a_person_and_does_not_hold_up_the_others()
    {
        await SendAsync(1);
        for (var i = 0; i <= options.Pauses.Count; i++)
        {
            Assert.Single(await TakeAsync(1));
            Clock.Advance(options.Lease + Second);
        }

        await SendAsync(1);
        Assert.Equal([2], (await TakeAsync(2)).Select(m => m.Id));
        var row = await RowAsync();
        Assert.Equal(MessageState.NeedsPerson, row.State);
        Assert.NotNull(row.LastError);
    }

    [Fact]
    public async Task A_long_story_of_failure_is_cut_to_what_the_table_keeps()
    {
        await SendAsync(1);
        var message = Assert.Single(await TakeAsync(1));
        await WithQueueAsync(q => q.FailedAsync(message, new string('x', 5000), None));
        Assert.Equal(2000, (await RowAsync()).LastError!.Length);
    }

    [Fact]
    public async Task A_retry_that_succeeds_leaves_no_error_behind()
    {
        await SendAsync(1);
        var message = Assert.Single(await TakeAsync(1));
        await WithQueueAsync(q => q.FailedAsync(message, "once", None));
        Clock.Advance(options.Pauses[0]);
        message = Assert.Single(await TakeAsync(1));
        await WithQueueAsync(q => q.DoneAsync(message, None));
        Assert.Equal((MessageState.Done, null), ((await RowAsync()).State, (await RowAsync()).LastError));
    }

    private async Task SendAsync(int count)
    {
        await using var db = Database.Open();
        for (var i = 0; i < count; i++)
            db.Send("mail", Guid.NewGuid(), FakeClock.Noon);
        await db.SaveChangesAsync();
    }

    private Task<List<OutboxMessage>> TakeAsync(int most) => WithQueueAsync(q => q.TakeAsync(most, None));

    /// <summary>Each worker has a context of its own.</summary>
    private async Task<T> WithQueueAsync<T>(Func<MessageQueue<OutboxMessage>, Task<T>> use)
    {
        await using var db = Database.Open();
        return await use(new MessageQueue<OutboxMessage>(db, Clock, options));
    }

    private Task WithQueueAsync(Func<MessageQueue<OutboxMessage>, Task> use) => WithQueueAsync(async q =>
    {
        await use(q);
        return true;
    });

    private async Task<OutboxMessage> RowAsync()
    {
        await using var db = Database.Open();
        return await db.Outbox.AsNoTracking().OrderBy(m => m.Id).FirstAsync();
    }

    private async Task<int> CountAsync(MessageState state)
    {
        await using var db = Database.Open();
        return await db.Outbox.CountAsync(m => m.State == state);
    }
}
