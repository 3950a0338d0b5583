using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quartz;
using Solidarity.Jobs.Watching;

namespace Solidarity.Jobs.Engine;

/// <summary>
/// Runs the job of <see cref="Schedule"/> that has the trigger's name. Its own name stands in the shared database: whoever changes it makes every job of the
/// nodes before fail while an upgrade lasts.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class QuartzJob(QuartzWaker waker, IServiceScopeFactory scopes, RecordRuns record, TimeProvider clock, ILoggerFactory logs) : Quartz.IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        // While an upgrade lasts, nodes of another version may have jobs that this one has not.
        if (Schedule.All.Select(s => s.Job).FirstOrDefault(j => j.Name == context.JobDetail.Key.Name) is not { } type)
            return;
        waker.Begins(type);
        using var span = JobSpans.Begin(type);
        await using var scope = scopes.CreateAsyncScope();
        var (job, started) = ((IJob)scope.ServiceProvider.GetRequiredService(type), clock.GetUtcNow());
        try
        {
            await job.RunAsync(cancellationToken);
            span.Ended(job);
            await record.RunAsync(job, started, null, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The process is stopping.
        }
        catch (Exception e)
        {
            // The next beat tries again; whatever it was working on is still in the database.
            span.Failed(e);
            logs.CreateLogger(type).LogError(e, "Job {Job} failed.", type.Name);
            await record.RunAsync(job, started, e, cancellationToken);
        }
    }
}
