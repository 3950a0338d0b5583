using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Solidarity.Domain.Meals;

internal sealed class MealTables :
    IEntityTypeConfiguration<MealProgramme>, IEntityTypeConfiguration<MealPartner>, IEntityTypeConfiguration<CareSite>, IEntityTypeConfiguration<MealSlot>,
    IEntityTypeConfiguration<MealOrder>, IEntityTypeConfiguration<MealVoucher>, IEntityTypeConfiguration<VoucherMove>, IEntityTypeConfiguration<MealDelivery>,
    IEntityTypeConfiguration<MealCount>, IEntityTypeConfiguration<MealWeek>
{
    public void Configure(EntityTypeBuilder<MealProgramme> builder)
    {
        builder.ToTable("MealProgrammes");
        builder.HasKey(p => p.CampaignId);
        builder.Ascii(UnguessableToken.Length, p => p.ApplicationKey);
        builder.OneOf(p => p.Rule);
        builder.Check("Positive", $"{Tables.Quote(nameof(MealProgramme.UnitMinor))} > 0 AND {Tables.Quote(nameof(MealProgramme.WeeksAhead))} > 0");
        builder.HasOne(p => p.Campaign).WithOne().HasForeignKey<MealProgramme>(p => p.CampaignId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<MealPartner> builder)
    {
        builder.ToTable("MealPartners");
        builder.Ascii(2, p => p.Language);
        builder.Property(p => p.Words).HasMaxLength(MealPartner.LongestWords);
        builder.Property(p => p.Allergens).HasMaxLength(MealPartner.LongestWords);
        builder.Property(p => p.Reasons).HasMaxLength(1000);
        builder.Property(p => p.Days).HasConversion<int>();
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.OneOf(p => p.Status);
        builder.OneOf(p => p.Per);
        builder.HasIndex(p => new { p.CampaignId, p.PartnerId }).IsUnique();
        builder.Check("Capacity", $"{Tables.Quote(nameof(MealPartner.Capacity))} > 0");
        builder.HasOne(p => p.Programme).WithMany().HasForeignKey(p => p.CampaignId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(p => p.Partner).WithMany().HasForeignKey(p => p.PartnerId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CareSite> builder)
    {
        builder.ToTable("CareSites");
        builder.Ascii(2, s => s.Language);
        builder.Property(s => s.ContactEmail).HasMaxLength(254);
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.HasIndex(s => s.CampaignId);
        builder.HasOne<MealProgramme>().WithMany().HasForeignKey(s => s.CampaignId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<MealSlot> builder)
    {
        builder.ToTable("MealSlots");
        builder.HasIndex(s => new { s.MealPartnerId, s.Starts }).IsUnique();
        builder.Check("Taken", $"{Tables.Quote(nameof(MealSlot.Taken))} >= 0");
        builder.HasOne(s => s.MealPartner).WithMany().HasForeignKey(s => s.MealPartnerId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<MealOrder> builder)
    {
        builder.ToTable("MealOrders");
        builder.HasIndex(o => o.DonationId);
        builder.Check("Positive", $"{Tables.Quote(nameof(MealOrder.Count))} > 0 AND {Tables.Quote(nameof(MealOrder.UnitMinor))} > 0");
        builder.HasOne(o => o.Donation).WithMany().HasForeignKey(o => o.DonationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(o => o.MealPartner).WithMany().HasForeignKey(o => o.MealPartnerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(o => o.CareSite).WithMany().HasForeignKey(o => o.CareSiteId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(o => o.Slot).WithMany().HasForeignKey(o => o.SlotId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<MealVoucher> builder)
    {
        builder.ToTable("MealVouchers");
        builder.Ascii(VoucherCode.Length, v => v.Code);
        builder.Property(v => v.Version).IsConcurrencyToken();
        builder.OneOf(v => v.Status);
        builder.HasIndex(v => v.Code).IsUnique();
        builder.HasIndex(v => v.DonationId);
        builder.HasIndex(v => v.DeliveryId);
        // What waits for a kitchen, the oldest first.
        builder.HasIndex(v => new { v.MealPartnerId, v.Status, v.CareSiteId, v.PaidAt });
        builder.HasIndex(v => v.RefundOrderId);
        builder.HasOne(v => v.Order).WithMany().HasForeignKey(v => v.OrderId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(v => v.Donation).WithMany().HasForeignKey(v => v.DonationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(v => v.MealPartner).WithMany().HasForeignKey(v => v.MealPartnerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(v => v.CareSite).WithMany().HasForeignKey(v => v.CareSiteId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(v => v.Slot).WithMany().HasForeignKey(v => v.SlotId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(v => v.Delivery).WithMany().HasForeignKey(v => v.DeliveryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(v => v.MissingFromId);
        builder.HasOne<MealDelivery>().WithMany().HasForeignKey(v => v.MissingFromId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(v => v.TransferId);
        builder.HasOne<Partners.Transfer>().WithMany().HasForeignKey(v => v.TransferId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Donations.RefundOrder>().WithMany().HasForeignKey(v => v.RefundOrderId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(v => v.Moves).WithOne().HasForeignKey(m => m.VoucherId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<VoucherMove> builder)
    {
        builder.ToTable("VoucherMoves");
        builder.Ascii(255, m => m.By);
        builder.OneOf(m => m.From);
        builder.OneOf(m => m.To);
    }

    public void Configure(EntityTypeBuilder<MealDelivery> builder)
    {
        builder.ToTable("MealDeliveries");
        builder.Ascii(UnguessableToken.Length, d => d.Token);
        builder.Property(d => d.Problem).HasMaxLength(MealDelivery.LongestWords);
        builder.Property(d => d.Settlement).HasMaxLength(MealDelivery.LongestWords);
        builder.Property(d => d.Version).IsConcurrencyToken();
        builder.OneOf(d => d.Status);
        builder.HasIndex(d => d.Token).IsUnique();
        builder.HasIndex(d => new { d.MealPartnerId, d.Number }).IsUnique();
        builder.HasIndex(d => new { d.MealPartnerId, d.Status, d.Day });
        // What a ward has not answered, and what is not settled.
        builder.HasIndex(d => new { d.Status, d.DeliveredAt });
        builder.Check("Count", $"{Tables.Quote(nameof(MealDelivery.Count))} > 0");
        builder.HasOne(d => d.MealPartner).WithMany().HasForeignKey(d => d.MealPartnerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(d => d.CareSite).WithMany().HasForeignKey(d => d.CareSiteId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<MealCount> builder)
    {
        builder.ToTable("MealCounts");
        builder.HasKey(c => new { c.MealPartnerId, c.CareSiteId });
        builder.Ignore(c => c.Paid);
        builder.Ignore(c => c.Cooked);
        string[] counts = [nameof(MealCount.Funded), nameof(MealCount.Accepted), nameof(MealCount.Delivered), nameof(MealCount.Confirmed), nameof(MealCount.Redeemed), nameof(MealCount.Refunded), nameof(MealCount.OnTheirWay)];
        builder.Check("NotNegative", string.Join(" AND ", counts.Select(c => $"{Tables.Quote(c)} >= 0")));
        builder.HasOne(c => c.MealPartner).WithMany().HasForeignKey(c => c.MealPartnerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(c => c.CareSite).WithMany().HasForeignKey(c => c.CareSiteId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<MealWeek> builder)
    {
        builder.ToTable("MealWeeks");
        builder.HasKey(w => new { w.CampaignId, w.Starts });
        string[] counts = [nameof(MealWeek.Paid), nameof(MealWeek.Cooked), nameof(MealWeek.Delivered), nameof(MealWeek.Confirmed), nameof(MealWeek.Redeemed)];
        // Of those paid some may go to another restaurant in a later week: out and in, in one transaction, by two statements.
        builder.Check("NotNegative", string.Join(" AND ", counts.Skip(1).Select(c => $"{Tables.Quote(c)} >= 0")));
        builder.HasOne<MealProgramme>().WithMany().HasForeignKey(w => w.CampaignId).OnDelete(DeleteBehavior.Restrict);
    }
}
