using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Solidarity.Domain.Letters;

internal sealed class LetterTables : IEntityTypeConfiguration<Letter>
{
    public void Configure(EntityTypeBuilder<Letter> builder)
    {
        builder.ToTable("Letters");
        builder.Ascii(2, l => l.Language);
        builder.Property(l => l.To).HasMaxLength(FormWords.LongestEmail);
        builder.Property(l => l.Args).HasMaxLength(4000);
        builder.Property(l => l.Quote).HasMaxLength(4000);
        builder.Property(l => l.Link).HasMaxLength(2000);
        builder.HasIndex(l => l.To);
        builder.OneOf(l => l.Kind);
    }
}
