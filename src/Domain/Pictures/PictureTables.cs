using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Solidarity.Domain.Organisations;

namespace Solidarity.Domain.Pictures;

internal sealed class PictureTables : IEntityTypeConfiguration<Picture>
{
    public void Configure(EntityTypeBuilder<Picture> builder)
    {
        builder.ToTable("Pictures");
        builder.Ascii(UnguessableToken.Length, p => p.Token);
        builder.Ascii(100, p => p.Widths);
        builder.Property(p => p.Alt).HasMaxLength(Picture.LongestAlt);
        builder.HasIndex(p => p.Token).IsUnique();
        builder.Check("Size", $"{Tables.Quote("Width")} > 0 AND {Tables.Quote("Height")} > 0 AND {Tables.Quote("Bytes")} > 0");
        builder.Check("Alt", $"{Tables.Quote("Alt")} <> ''");
        builder.HasOne<Organisation>().WithMany().HasForeignKey(p => p.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}
