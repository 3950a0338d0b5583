using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Solidarity.Domain.Campaigns;

internal sealed class CampaignTables :
    IEntityTypeConfiguration<Campaign>, IEntityTypeConfiguration<CampaignMove>, IEntityTypeConfiguration<CampaignTotals>, IEntityTypeConfiguration<CampaignDay>
{
    public void Configure(EntityTypeBuilder<Campaign> builder)
    {
        builder.ToTable("Campaigns");
        builder.Ascii(100, c => c.Slug);
        builder.Ascii(3, c => c.CurrencyCode);
        builder.Property(c => c.Summary).HasMaxLength(1000);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasIndex(c => c.Slug).IsUnique();
        builder.OneOf(c => c.Kind);
        builder.OneOf(c => c.Status);
        builder.OneOf(c => c.FeeBearer);
        builder.Check("Goal", $"{Tables.Quote(nameof(Campaign.GoalMinor))} > 0");
        builder.HasOne(c => c.Project).WithMany(p => p.Campaigns).HasForeignKey(c => c.ProjectId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(c => c.Partner).WithMany().HasForeignKey(c => c.PartnerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(c => c.Totals).WithOne().HasForeignKey<CampaignTotals>(t => t.CampaignId).OnDelete(DeleteBehavior.Restrict);
        builder.Navigation(c => c.Totals).IsRequired();
        builder.HasMany(c => c.Moves).WithOne().HasForeignKey(m => m.CampaignId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CampaignMove> builder)
    {
        builder.ToTable("CampaignMoves");
        builder.OneOf(m => m.From);
        builder.OneOf(m => m.To);
    }

    public void Configure(EntityTypeBuilder<CampaignTotals> builder)
    {
        builder.ToTable("CampaignTotals");
        builder.HasKey(t => t.CampaignId);
        builder.Check("NotNegative", $"{Tables.Quote("RaisedMinor")} >= 0 AND {Tables.Quote("Donations")} >= 0 AND {Tables.Quote("RefundedMinor")} >= 0");
    }

    public void Configure(EntityTypeBuilder<CampaignDay> builder)
    {
        builder.ToTable("CampaignDays");
        builder.HasKey(d => new { d.CampaignId, d.Day });
        builder.HasOne<Campaign>().WithMany().HasForeignKey(d => d.CampaignId).OnDelete(DeleteBehavior.Restrict);
    }
}
