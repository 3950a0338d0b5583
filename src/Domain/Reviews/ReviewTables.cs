using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Solidarity.Domain.People;

namespace Solidarity.Domain.Reviews;

internal sealed class ReviewTables : IEntityTypeConfiguration<Review>
{
    private const int Longest = 4000;

    public void Configure(EntityTypeBuilder<Review> builder)
    {
        builder.ToTable("Reviews");
        builder.OneOf(r => r.Outcome);
        builder.Property(r => r.Note).HasMaxLength(Longest);
        builder.Property(r => r.Reasons).HasMaxLength(Longest);
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasIndex(r => new { r.Outcome, r.SubmittedAt });
        builder.HasIndex(r => new { r.ProjectId, r.SubmittedAt });
        builder.HasOne(r => r.Project).WithMany().HasForeignKey(r => r.ProjectId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(r => r.Campaign).WithMany().HasForeignKey(r => r.CampaignId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.SubmittedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.DecidedById).OnDelete(DeleteBehavior.Restrict);
        // Four eyes, said a second time here.
        builder.Check("FourEyes", $"{Tables.Quote(nameof(Review.DecidedById))} IS NULL OR {Tables.Quote(nameof(Review.DecidedById))} <> {Tables.Quote(nameof(Review.SubmittedById))} OR {Tables.Quote(nameof(Review.Outcome))} = 'Withdrawn'");
    }
}
