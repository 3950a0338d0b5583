using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Solidarity.Domain.People;

namespace Solidarity.Domain.Reports;

internal sealed class ReportTables : IEntityTypeConfiguration<Report>
{
    public void Configure(EntityTypeBuilder<Report> builder)
    {
        builder.ToTable("Reports");
        builder.OneOf(r => r.Kind);
        builder.OneOf(r => r.Why);
        builder.OneOf(r => r.Outcome);
        builder.Ascii(2, r => r.Language);
        builder.Property(r => r.Email).HasMaxLength(FormWords.LongestEmail);
        builder.Property(r => r.Words).HasMaxLength(4000);
        builder.Property(r => r.Excerpt).HasMaxLength(4000);
        builder.Property(r => r.Reasons).HasMaxLength(4000);
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasIndex(r => new { r.Outcome, r.At });
        builder.HasIndex(r => new { r.SubjectId, r.At });
        builder.HasOne(r => r.Project).WithMany().HasForeignKey(r => r.ProjectId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.DecidedById).OnDelete(DeleteBehavior.Restrict);
    }
}
