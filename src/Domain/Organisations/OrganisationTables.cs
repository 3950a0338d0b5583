using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Solidarity.Domain.Organisations;

internal sealed class OrganisationTables : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.ToTable("Organisations");
        builder.Ascii(100, o => o.Slug);
        builder.Ascii(2, o => o.Country);
        builder.HasIndex(o => o.Slug).IsUnique();
        builder.OneOf(o => o.Kind);
    }
}
