using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Solidarity.Domain.Meals;

internal sealed class MealThanksTables : IEntityTypeConfiguration<MealThanks>
{
    public void Configure(EntityTypeBuilder<MealThanks> builder)
    {
        builder.ToTable("MealThanks");
        builder.Ascii(2, t => t.Language);
        builder.Property(t => t.Words).HasMaxLength(MealThanks.LongestWords);
        builder.Property(t => t.Version).IsConcurrencyToken();
        builder.OneOf(t => t.Status);
        builder.HasIndex(t => t.DeliveryId).IsUnique();
        builder.HasIndex(t => new { t.CampaignId, t.Status, t.WrittenAt });
        builder.HasIndex(t => new { t.Status, t.WrittenAt });
        builder.Check("Decided", $"({Tables.Quote("Status")} = 'Waiting' AND {Tables.Quote("DecidedAt")} IS NULL) OR ({Tables.Quote("Status")} <> 'Waiting' AND {Tables.Quote("DecidedAt")} IS NOT NULL)");
        builder.HasOne(t => t.Delivery).WithMany().HasForeignKey(t => t.DeliveryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Campaigns.Campaign>().WithMany().HasForeignKey(t => t.CampaignId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(t => t.Picture).WithMany().HasForeignKey(t => t.PictureId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<People.Person>().WithMany().HasForeignKey(t => t.DecidedById).OnDelete(DeleteBehavior.Restrict);
    }
}
