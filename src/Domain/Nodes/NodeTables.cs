using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Solidarity.Domain.Nodes;

/// <summary>What the processes of one installation share that is nobody's business but theirs.</summary>
internal sealed class NodeTables : IEntityTypeConfiguration<SealingKey>, IEntityTypeConfiguration<PageDrop>
{
    public void Configure(EntityTypeBuilder<SealingKey> builder)
    {
        builder.ToTable("SealingKeys");
        builder.Property(k => k.Id).ValueGeneratedNever();
        builder.Property(k => k.Xml).HasMaxLength(-1);
    }

    public void Configure(EntityTypeBuilder<PageDrop> builder)
    {
        builder.ToTable("PageDrops");
        builder.Ascii(PageDrop.LongestTag, d => d.Tag);
    }
}
