using System.Diagnostics;
using Solidarity.Domain.Messages;
using Solidarity.Domain.Watching;
using Solidarity.Jobs.Engine;

namespace Solidarity.Jobs.Watching;

/// <summary>Spans around what happens by itself, so that what is logged in them, and what Stripe is asked, belongs together.</summary>
public static class JobSpans
{
    /// <summary>How many things a run did. A run that found nothing to do is not sent anywhere: there are ten thousands a day.</summary>
    public const string Done = "solidarity.done";

    private const string Job = "solidarity.job";

    public static Activity? Begin(Type job) => Watch.Source.StartActivity($"job {job.Name}")?.SetTag(Job, job.Name);

    /// <summary>Call before the span ends, unless the run failed.</summary>
    public static void Ended(this Activity? span, IJob job) => span?.SetTag(Done, (job as ICountDone)?.Done ?? 1);

    public static void Failed(this Activity? span, Exception e) => span?.SetStatus(ActivityStatusCode.Error).SetTag("error.type", e.GetType().FullName);

    public static Activity? Begin(Message message) =>
        Watch.Source.StartActivity($"message {message.Kind}")?.SetTag("solidarity.message.id", message.Id).SetTag("solidarity.message.attempt", message.Attempts);
}
