using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Solidarity.Domain.Organisations;

internal sealed class OrganisationTables : IEntityTypeConfiguration<Organisation>, IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.ToTable("Organisations");
        builder.Ascii(100, o => o.Slug);
        builder.Ascii(2, o => o.Country);
        builder.HasIndex(o => o.Slug).IsUnique();
        builder.OneOf(o => o.Kind);
    }

    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.ToTable("Memberships");
        builder.HasKey(m => new { m.OrganisationId, m.PersonId });
        builder.OneOf(m => m.Role);
        builder.HasOne(m => m.Organisation).WithMany().HasForeignKey(m => m.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(m => m.Person).WithMany().HasForeignKey(m => m.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
