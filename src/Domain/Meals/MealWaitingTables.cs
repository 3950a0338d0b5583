using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Solidarity.Domain.Meals;

internal sealed class MealWaitingTables : IEntityTypeConfiguration<MealWaiting>
{
    public void Configure(EntityTypeBuilder<MealWaiting> builder)
    {
        builder.ToTable("MealWaitings");
        builder.Ascii(2, w => w.Language);
        builder.Ascii(FormWords.LongestEmail, w => w.Email);
        builder.Ascii(UnguessableToken.Length, w => w.Token);
        builder.Property(w => w.Version).IsConcurrencyToken();
        builder.Ignore(w => w.Waits);
        builder.HasIndex(w => w.Token).IsUnique();
        builder.HasIndex(w => w.Email);
        builder.HasIndex(w => new { w.CampaignId, w.ToldAt, w.CreatedAt });
        builder.Check("Count", $"{Tables.Quote(nameof(MealWaiting.Count))} > 0");
        builder.HasOne<MealProgramme>().WithMany().HasForeignKey(w => w.CampaignId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<MealPartner>().WithMany().HasForeignKey(w => w.MealPartnerId).OnDelete(DeleteBehavior.Restrict);
    }
}
