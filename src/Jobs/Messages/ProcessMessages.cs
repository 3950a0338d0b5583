using System.Linq.Expressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Solidarity.Domain.Messages;
using Solidarity.Jobs.Engine;
using Solidarity.Jobs.Mail;

namespace Solidarity.Jobs.Messages;

/// <summary>Takes messages of one queue until none is due, several at once, each in a scope and so a database context of its own.</summary>
public abstract class ProcessMessages<TMessage>(IServiceScopeFactory scopes, ILogger log) : ICountDone
    where TMessage : Message
{
    /// <summary>No more are leased than are worked on at once: one that waits its turn would lose its lease meanwhile, and another node would do it too.</summary>
    protected virtual int AtOnce => 4;

    /// <summary>Which of the queue's messages are this job's; null for all.</summary>
    protected virtual Expression<Func<TMessage, bool>>? Which => null;

    /// <summary>Messages taken up, whether they succeeded or not.</summary>
    public int Done { get; private set; }

    public async Task RunAsync(CancellationToken cancel)
    {
        while (await BatchAsync(cancel) is > 0 and var taken)
            Done += taken; // More may be due by now.
    }

    /// <summary>Does what the message asks for. May run twice for one message.</summary>
    protected abstract Task HandleAsync(IServiceProvider services, TMessage message, CancellationToken cancel);

    /// <summary>Called after every batch in which something was done.</summary>
    protected virtual void AfterBatch()
    {
    }

    private async Task<int> BatchAsync(CancellationToken cancel)
    {
        List<TMessage> batch;
        await using (var scope = scopes.CreateAsyncScope())
            batch = await QueueIn(scope).TakeAsync(AtOnce, cancel, Which);
        await Parallel.ForEachAsync(batch, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (message, stop) => await OneAsync(message, stop));
        if (batch.Count > 0)
            AfterBatch();
        return batch.Count;
    }

    private async Task OneAsync(TMessage message, CancellationToken cancel)
    {
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
            await FailedAsync(message, e, cancel);
            return;
        }

        await using var after = scopes.CreateAsyncScope();
        await QueueIn(after).DoneAsync(message, cancel);
    }

    private async Task FailedAsync(TMessage message, Exception error, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var state = await QueueIn(scope).FailedAsync(message, $"{error.GetType().Name}: {error.Message}", cancel);
        if (state == MessageState.NeedsPerson)
            log.LogError(error, "Message {Id} ({Kind}) needs a person.", message.Id, message.Kind);
        else
            log.LogWarning(error, "Message {Id} ({Kind}) failed at attempt {Attempt} and is tried again.", message.Id, message.Kind, message.Attempts);
    }

    private static MessageQueue<TMessage> QueueIn(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<MessageQueue<TMessage>>();
}
