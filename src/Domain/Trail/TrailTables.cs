using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.People;

namespace Solidarity.Domain.Trail;

internal sealed class TrailTables : IEntityTypeConfiguration<TrailEntry>
{
    public void Configure(EntityTypeBuilder<TrailEntry> builder)
    {
        builder.ToTable("Trail");
        builder.Ascii(64, t => t.Act);
        builder.Property(t => t.Words).HasMaxLength(4000);
        builder.HasIndex(t => new { t.SubjectId, t.Id });
        builder.HasIndex(t => new { t.OrganisationId, t.Id });
        builder.HasIndex(t => new { t.PersonId, t.Id });
        builder.HasOne<Person>().WithMany().HasForeignKey(t => t.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(t => t.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}
