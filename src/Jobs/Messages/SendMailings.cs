using System.Linq.Expressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Solidarity.Domain.Messages;

namespace Solidarity.Jobs.Messages;

/// <summary>
/// Sends what goes to many: updates, thanks and what becomes of meals. A job beside <see cref="ProcessOutbox"/>, with its own few mails in flight, so that three thousand
/// readers neither hold up a receipt nor open three thousand connections.
/// </summary>
public sealed class SendMailings(IServiceScopeFactory scopes, ILogger<SendMailings> log) : ProcessMessages<OutboxMessage>(scopes, log)
{
    protected override int AtOnce => 8;

    protected override Expression<Func<OutboxMessage, bool>> Which => m => m.Kind == OutboxKinds.Mailing;

    protected override Task HandleAsync(IServiceProvider services, OutboxMessage message, CancellationToken cancel) =>
        services.GetRequiredService<HandleOutboxMessage>().RunAsync(message, cancel);
}
