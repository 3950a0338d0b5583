using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Solidarity.Domain.Mails;

public enum MailOutcome
{
    /// <summary>The mail server took it.</summary>
    Sent,

    /// <summary>The address will never work.</summary>
    Rejected,

    /// <summary>It did not leave; it may be tried again.</summary>
    Failed,
}

/// <summary>An e-mail that was sent or tried, without its words: one row a message, as it last ended. Kept for ninety days.</summary>
public class MailRecord
{
    public long Id { get; init; }

    /// <summary>The message's own id, made from the row that it is about.</summary>
    public required string MessageId { get; init; }

    /// <summary>The beginning of that id: "receipt", "letter".</summary>
    public string? Kind { get; init; }

    public required string To { get; init; }

    public required string Subject { get; init; }

    public required string Language { get; init; }

    /// <summary>When it was last tried.</summary>
    public required DateTimeOffset At { get; init; }

    public int Attempts { get; init; } = 1;

    public required MailOutcome Outcome { get; init; }

    public string? Error { get; init; }
}

internal sealed class MailTables : IEntityTypeConfiguration<MailRecord>
{
    public void Configure(EntityTypeBuilder<MailRecord> builder)
    {
        builder.ToTable("MailRecords");
        builder.Ascii(255, m => m.MessageId);
        builder.Ascii(64, m => m.Kind);
        builder.Ascii(2, m => m.Language);
        builder.Property(m => m.To).HasMaxLength(FormWords.LongestEmail);
        builder.Property(m => m.Subject).HasMaxLength(500);
        builder.Property(m => m.Error).HasMaxLength(2000);
        builder.OneOf(m => m.Outcome);
        builder.HasIndex(m => m.MessageId);
        builder.HasIndex(m => new { m.To, m.Id });
        builder.HasIndex(m => new { m.Outcome, m.Id });
        builder.HasIndex(m => m.At);
    }
}
