using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Solidarity.Domain.People;

namespace Solidarity.Domain.Campaigns;

internal sealed class CampaignTables :
    IEntityTypeConfiguration<Campaign>, IEntityTypeConfiguration<CampaignMove>, IEntityTypeConfiguration<CampaignTotals>, IEntityTypeConfiguration<CampaignDay>,
    IEntityTypeConfiguration<CampaignNeed>, IEntityTypeConfiguration<CampaignAddition>
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

    public void Configure(EntityTypeBuilder<CampaignNeed> builder)
    {
        builder.ToTable("CampaignNeeds");
        builder.Property(n => n.Detail).HasMaxLength(CampaignNeed.LongestDetail);
        builder.Check("Amount", $"{Tables.Quote(nameof(CampaignNeed.AmountMinor))} > 0");
        builder.HasIndex(n => new { n.CampaignId, n.Position });
        builder.HasOne<Campaign>().WithMany(c => c.Needs).HasForeignKey(n => n.CampaignId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CampaignAddition> builder)
    {
        builder.ToTable("CampaignAdditions");
        builder.Property(a => a.Text).HasMaxLength(CampaignAddition.Longest);
        builder.HasIndex(a => new { a.CampaignId, a.At });
        builder.HasOne<Campaign>().WithMany(c => c.Additions).HasForeignKey(a => a.CampaignId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.ById).OnDelete(DeleteBehavior.Restrict);
    }
}
