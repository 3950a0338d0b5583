using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Messages;
using Solidarity.Payments.Tests.Running;
using Solidarity.Payments.Webhooks;

namespace Solidarity.Payments.Tests.Webhooks;

[Collection(WithSandbox.Name)]
public class InboxWriterTests(StripeSandbox sandbox)
{
    [Fact]
    public async Task Of_many_at_once_each_is_stored_once_and_each_caller_hears_which()
    {
        await using var site = await Installation.StartAsync(sandbox);
        var ids = Enumerable.Range(0, 300).Select(i => $"evt_{i % 100}").ToList();

        var stored = await site.WithAsync<InboxWriter, bool[]>(inbox => Task.WhenAll(ids.Select(id => Task.Run(() => inbox.WriteAsync(Message(id))))));

        Assert.Equal(100, stored.Count(s => s));
        Assert.Equal(100, await site.DbAsync(db => db.Inbox.CountAsync()));
    }

    [Fact]
    public async Task One_that_cannot_be_stored_does_not_keep_the_others_out()
    {
        await using var site = await Installation.StartAsync(sandbox);
        var cannot = Message("evt_cannot");
        cannot.State = (MessageState)99;

        await site.WithAsync<InboxWriter>(async inbox =>
        {
            // The first is still being stored when the others come.
            var others = Enumerable.Range(0, 20).Select(i => inbox.WriteAsync(Message($"evt_{i}"))).ToList();
            var refused = inbox.WriteAsync(cannot);
            others.AddRange(Enumerable.Range(20, 20).Select(i => inbox.WriteAsync(Message($"evt_{i}"))));
            Assert.All(await Task.WhenAll(others), Assert.True);
            await Assert.ThrowsAsync<DbUpdateException>(() => refused);
        });

        Assert.Equal(40, await site.DbAsync(db => db.Inbox.CountAsync()));
    }

    private static InboxMessage Message(string id) => new() { EventId = id, Kind = "charge.updated", ObjectId = "ch_1", CreatedAt = DateTimeOffset.UnixEpoch, DueAt = DateTimeOffset.UnixEpoch };
}
