using System.Diagnostics.Metrics;
using Solidarity.Domain.Mails;
using Solidarity.Domain.Watching;

namespace Solidarity.Jobs.Watching;

/// <summary>Mails, as each try ends.</summary>
public static class MailFigures
{
    private static readonly Counter<long> Mails = Watch.Meter.CreateCounter<long>("solidarity.mails", "{mail}", "Mails that were sent or tried, by outcome.");

    public static void Count(MailOutcome outcome) => Mails.One("outcome", Watch.Word(outcome));

    /// <summary>Shows every outcome from the start.</summary>
    public static void Begin()
    {
        foreach (var outcome in Enum.GetValues<MailOutcome>())
            Mails.None("outcome", Watch.Word(outcome));
    }
}
