using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Solidarity.Domain.Messages;

internal sealed class MessageTables : IEntityTypeConfiguration<OutboxMessage>, IEntityTypeConfiguration<InboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("Outbox");
        Common(builder);
        // What has been asked for once is not asked for twice.
        builder.HasIndex(m => new { m.SubjectId, m.Kind }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<InboxMessage> builder)
    {
        builder.ToTable("Inbox");
        Common(builder);
        builder.Ascii(255, m => m.EventId, m => m.ObjectId, m => m.StripeAccountId);
        builder.HasIndex(m => m.EventId).IsUnique();
        builder.HasIndex(m => m.ObjectId);
    }

    private static void Common<T>(EntityTypeBuilder<T> builder)
        where T : Message
    {
        builder.Ascii(100, m => m.Kind);
        builder.Property(m => m.LastError).HasMaxLength(2000);
        builder.OneOf(m => m.State);
        builder.HasIndex(m => new { m.State, m.DueAt });
        builder.HasIndex(m => m.Lease);
    }
}
