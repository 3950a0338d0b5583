using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Messages;

namespace Solidarity.Domain.Tests.Messages;

public class OutboxTests : DatabaseTest
{
    private readonly Guid subject = Guid.NewGuid();

    [Fact]
    public async Task A_message_is_saved_with_what_its_sender_saves()
    {
        await using (var db = Database.Open())
        {
            db.Send(OutboxKinds.Transfer, subject, FakeClock.Noon);
            Assert.Equal(0, await db.Outbox.CountAsync());
            await db.SaveChangesAsync();
        }

        await using var after = Database.Open();
        var message = await after.Outbox.SingleAsync();
        Assert.Equal((OutboxKinds.Transfer, subject, MessageState.Waiting, FakeClock.Noon, 0), (message.Kind, message.SubjectId, message.State, message.DueAt, message.Attempts));
    }

    [Fact]
    public async Task What_was_asked_for_once_is_not_asked_for_twice()
    {
        await SaveAsync(Message(OutboxKinds.Transfer, subject));
        await RefusesAsync(Message(OutboxKinds.Transfer, subject));
        await SaveAsync(Message(OutboxKinds.RefundMail, subject), Message(OutboxKinds.Transfer, Guid.NewGuid()));
    }

    [Fact]
    public async Task A_Stripe_event_comes_in_once()
    {
        await SaveAsync(Event("evt_1"));
        await RefusesAsync(Event("evt_1"));
        await SaveAsync(Event("evt_2"), Event("EVT_1"));
    }

    private static OutboxMessage Message(string kind, Guid subject) => new() { Kind = kind, SubjectId = subject, CreatedAt = FakeClock.Noon, DueAt = FakeClock.Noon };

    private static InboxMessage Event(string id) => new() { Kind = "charge.succeeded", EventId = id, ObjectId = "ch_1", CreatedAt = FakeClock.Noon, DueAt = FakeClock.Noon };
}
