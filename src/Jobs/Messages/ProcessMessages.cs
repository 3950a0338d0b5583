using System.Linq.Expressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Solidarity.Domain.Messages;
using Solidarity.Jobs.Engine;
using Solidarity.Jobs.Mail;
using Solidarity.Jobs.Watching;

namespace Solidarity.Jobs.Messages;

/// <summary>Takes messages of one queue until none is due, some at once, each in a scope and so a database context of its own.</summary>
public abstract class ProcessMessages<TMessage>(IServiceScopeFactory scopes, ILogger log) : ICountDone
    where TMessage : Message
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    /// <summary>No more are leased than are worked on at once: one that waits its turn would lose its lease meanwhile, and another node would do it too.</summary>
    protected virtual int AtOnce => 4;

    /// <summary>Which of the queue's messages are this job's; null for all.</summary>
    protected virtual Expression<Func<TMessage, bool>>? Which => null;

    /// <summary>Messages taken up, whether they succeeded or not.</summary>
    public int Done { get; private set; }

    public async Task RunAsync(CancellationToken cancel)
    {
        var working = new List<Task>();
        try
        {
            while (true)
            {
                var taken = await TakeAsync(AtOnce - working.Count, cancel);
                Done += taken.Count;
                working.AddRange(taken.Select(m => Task.Run(() => OneAsync(m, cancel), cancel)));
                if (working.Count == 0)
                    return;
                // One that waits for a slow answer holds up nobody: more are taken when half of the places are free.
                do
                    await SomeEndedAsync(working, cancel);
                while (!HasRoom(working));
            }
        }
        finally
        {
            // Also where the process stops: what is under way says itself how it ended.
            await Task.WhenAll(working).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Does what the message asks for. May run twice for one message.</summary>
    protected abstract Task HandleAsync(IServiceProvider services, TMessage message, CancellationToken cancel);

    /// <summary>Called whenever something was done.</summary>
    protected virtual void AfterSome()
    {
    }

    private async Task<List<TMessage>> TakeAsync(int most, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await QueueIn(scope).TakeAsync(most, cancel, Which);
    }

    private bool HasRoom(List<Task> working) => working.Count <= AtOnce / 2;

    /// <summary>Where places are free it waits for a moment only: something new may be due.</summary>
    private async Task SomeEndedAsync(List<Task> working, CancellationToken cancel)
    {
        await (HasRoom(working) ? Task.WhenAny([.. working, Task.Delay(LookAgain, cancel)]) : Task.WhenAny(working));
        var ended = working.FindAll(t => t.IsCompleted);
        working.RemoveAll(ended.Contains);
        await Task.WhenAll(ended);
        if (ended.Count > 0)
            AfterSome();
    }

    private async Task OneAsync(TMessage message, CancellationToken cancel)
    {
        using var span = JobSpans.Begin(message);
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            await HandleAsync(scope.ServiceProvider, message, cancel);
        }
        catch (MailRejected e)
        {
            // Anybody can type an address that does not exist: that needs no person, and the record of mails says it.
            log.LogInformation("Message {Id} ({Kind}): {Why}", message.Id, message.Kind, e.Message);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            span.Failed(e);
            await FailedAsync(message, e, cancel);
            return;
        }

        await using var after = scopes.CreateAsyncScope();
        await QueueIn(after).DoneAsync(message, cancel);
        MessageFigures.CountDone(message, after.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow());
    }

    private async Task FailedAsync(TMessage message, Exception error, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var state = await QueueIn(scope).FailedAsync(message, $"{error.GetType().Name}: {error.Message}", cancel);
        MessageFigures.CountFailed(message, state);
        if (state == MessageState.NeedsPerson)
            log.LogError(error, "Message {Id} ({Kind}) needs a person.", message.Id, message.Kind);
        else
            log.LogWarning(error, "Message {Id} ({Kind}) failed at attempt {Attempt} and is tried again.", message.Id, message.Kind, message.Attempts);
    }

    private static MessageQueue<TMessage> QueueIn(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<MessageQueue<TMessage>>();
}
