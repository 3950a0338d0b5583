using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Messages;
using Solidarity.Domain.People;
using Solidarity.Jobs.Engine;
using Solidarity.Jobs.Messages;
using Solidarity.Web.Forms;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Administration;

/// <summary>What came in and what goes out.</summary>
public enum Queue { Outbox, Inbox }

/// <summary>Messages of one queue, the newest first; what needs a person can be tried again, and a webhook be processed again.</summary>
[Asks(Right.Administer)]
public sealed class MessagesModel(SolidarityDb db, RetryMessages retry, IWakeJobs wake) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public Queue Queue { get; set; }

    [BindProperty(SupportsGet = true)]
    public MessageState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    public List<MessageRow> Rows { get; private set; } = [];

    public int NeedPerson { get; private set; }

    public string? Next { get; private set; }

    private Guid Me => HttpContext.Session().PersonId;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Rows = Queue == Queue.Inbox
            ? await Page(db.Inbox).Select(m => new MessageRow(m.Id, m.Kind, m.State, m.Attempts, m.CreatedAt, m.DueAt, m.DoneAt, m.LastError, m.EventId, m.ObjectId)).ToListAsync(cancel)
            : await Page(db.Outbox).Select(m => new MessageRow(m.Id, m.Kind, m.State, m.Attempts, m.CreatedAt, m.DueAt, m.DoneAt, m.LastError, null, m.SubjectId.ToString())).ToListAsync(cancel);
        Next = Rows.Cut() ? Request.Beyond(Rows[^1].Id.ToString(System.Globalization.CultureInfo.InvariantCulture)) : null;
        NeedPerson = await db.Outbox.CountAsync(m => m.State == MessageState.NeedsPerson, cancel) + await db.Inbox.CountAsync(m => m.State == MessageState.NeedsPerson, cancel);
    }

    public Task<IActionResult> OnPostAgainAsync(long id, CancellationToken cancel) =>
        DoAsync(() => Queue == Queue.Inbox ? retry.InboxAsync(id, Me, cancel) : retry.OutboxAsync(id, Me, cancel), cancel);

    public Task<IActionResult> OnPostAllAsync(CancellationToken cancel) => DoAsync(() => retry.RunAsync(cancel, Me), cancel);

    private async Task<IActionResult> DoAsync(Func<Task> act, CancellationToken cancel)
    {
        try
        {
            await act();
            wake.Wake<ProcessInbox>();
            wake.Wake<ProcessOutbox>();
            return Then($"/administration/messages{QueryString.Create("queue", Queue.ToString()).Add("state", State?.ToString() ?? "").Add("kind", Kind ?? "")}", "DoneAgain");
        }
        catch (Refusal refusal)
        {
            await OnGetAsync(cancel);
            return Refused(refusal);
        }
    }

    private IQueryable<TMessage> Page<TMessage>(IQueryable<TMessage> messages)
        where TMessage : Message => (State == MessageState.Done
            // Nearly all of them: the newest are found at once on the way back, but not by their state, which would lead to an index and sort them all.
            ? messages.Where(m => m.DoneAt != null)
            : messages.Where(m => State == null || m.State == State))
            .Where(m => (string.IsNullOrEmpty(Kind) || m.Kind == Kind) && (Before == null || m.Id < Before))
            .OrderByDescending(m => m.Id).Take(Paging.PerPage + 1);

    /// <param name="Event">Stripe's id of the event, for what came in.</param>
    /// <param name="Subject">The row or the object at Stripe that it is about.</param>
    public sealed record MessageRow(long Id, string Kind, MessageState State, int Attempts, DateTimeOffset CreatedAt, DateTimeOffset DueAt, DateTimeOffset? DoneAt, string? Error, string? Event, string Subject)
    {
        public bool CanBeTriedAgain => (Event is null ? RetryMessages.Undone : RetryMessages.NotHeld).Contains(State);
    }
}
