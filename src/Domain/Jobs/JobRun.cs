using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Solidarity.Domain.Jobs;

public enum JobOutcome { Succeeded, Failed }

/// <summary>A run of a job that did something, failed, or comes once a day; of jobs that run every few seconds one a minute is kept.</summary>
public class JobRun
{
    public long Id { get; init; }

    /// <summary>The name of its class.</summary>
    public required string Job { get; init; }

    /// <summary>The machine and process it ran in.</summary>
    public required string Node { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset EndedAt { get; init; }

    public required JobOutcome Outcome { get; init; }

    /// <summary>How many things it did, with those of the runs since the row before; null for jobs that do not count.</summary>
    public int? Done { get; init; }

    /// <summary>The kind of error and what it said.</summary>
    public string? Error { get; init; }
}

internal sealed class JobTables : IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobRun> builder)
    {
        builder.ToTable("JobRuns");
        builder.Ascii(100, r => r.Job);
        builder.Property(r => r.Error).HasMaxLength(2000);
        builder.OneOf(r => r.Outcome);
        builder.HasIndex(r => new { r.Job, r.Id });
        builder.HasIndex(r => r.EndedAt);
    }
}
