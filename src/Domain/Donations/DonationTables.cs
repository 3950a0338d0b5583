using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Solidarity.Domain.Ledger;
using Solidarity.Domain.People;

namespace Solidarity.Domain.Donations;

internal sealed class DonationTables :
    IEntityTypeConfiguration<Donation>, IEntityTypeConfiguration<DonationLine>, IEntityTypeConfiguration<DonationMove>,
    IEntityTypeConfiguration<Refund>, IEntityTypeConfiguration<RefundOrder>, IEntityTypeConfiguration<Dispute>
{
    public void Configure(EntityTypeBuilder<Donation> builder)
    {
        builder.ToTable("Donations");
        builder.Ascii(UnguessableToken.Length, d => d.Token);
        builder.Ascii(100, d => d.FormKey);
        builder.Ascii(255, d => d.SessionId, d => d.ChargeId);
        builder.Ascii(2000, d => d.CheckoutUrl);
        builder.Ascii(3, d => d.CurrencyCode);
        builder.Ascii(2, d => d.Language);
        builder.Property(d => d.Email).HasMaxLength(FormWords.LongestEmail);
        builder.Property(d => d.Message).HasMaxLength(StartDonation.LongestMessage);
        builder.Property(d => d.Name).HasMaxLength(StartDonation.LongestName);
        builder.Property(d => d.Version).IsConcurrencyToken();
        // Host names grow in their international form.
        builder.Ascii(320, d => d.EmailKey);
        builder.HasIndex(d => d.Token).IsUnique();
        // A giver's own page, the newest first.
        builder.HasIndex(d => new { d.EmailKey, d.StartedAt });
        // An administrator's list, the newest first.
        builder.HasIndex(d => d.StartedAt);
        builder.HasIndex(d => d.FormKey).IsUnique();
        builder.HasIndex(d => d.SessionId).IsUnique();
        builder.HasIndex(d => d.ChargeId).IsUnique();
        // Those that are still to be asked about, among millions that are not.
        builder.HasIndex(d => new { d.Status, d.FeeMinor, d.StartedAt });
        builder.OneOf(d => d.Status);
        builder.Check("Amount", $"{Tables.Quote("AmountMinor")} > 0 AND {Tables.Quote("RefundedMinor")} >= 0 AND {Tables.Quote("RefundedMinor")} <= {Tables.Quote("AmountMinor")}");
        builder.Check("PaidHasCharge", $"{Tables.Quote("PaidAt")} IS NULL OR {Tables.Quote("ChargeId")} IS NOT NULL");
        // A view of Lines, which EF would otherwise take for a relationship of its own.
        builder.Ignore(d => d.CampaignLines);
        builder.HasMany(d => d.Lines).WithOne(l => l.Donation).HasForeignKey(l => l.DonationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(d => d.Moves).WithOne().HasForeignKey(m => m.DonationId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<DonationLine> builder)
    {
        builder.ToTable("DonationLines");
        builder.OneOf(l => l.Kind);
        // Also the order of a campaign's wall.
        builder.HasIndex(l => new { l.CampaignId, l.Kind, l.PaidTransactionId });
        builder.Check("Amount", $"{Tables.Quote("AmountMinor")} > 0 AND {Tables.Quote("RefundedMinor")} >= 0 AND {Tables.Quote("RefundedMinor")} <= {Tables.Quote("AmountMinor")}");
        builder.Check("Campaign", $"({Tables.Quote("Kind")} = 'Tip' AND {Tables.Quote("CampaignId")} IS NULL) OR ({Tables.Quote("Kind")} <> 'Tip' AND {Tables.Quote("CampaignId")} IS NOT NULL)");
        builder.HasOne(l => l.Campaign).WithMany().HasForeignKey(l => l.CampaignId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<LedgerTransaction>().WithMany().HasForeignKey(l => l.PaidTransactionId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<DonationMove> builder)
    {
        builder.ToTable("DonationMoves");
        builder.Ascii(255, m => m.By);
        builder.OneOf(m => m.From);
        builder.OneOf(m => m.To);
    }

    public void Configure(EntityTypeBuilder<Refund> builder)
    {
        builder.ToTable("Refunds");
        builder.Ascii(255, r => r.StripeRefundId);
        builder.Ascii(50, r => r.Status);
        builder.HasIndex(r => r.StripeRefundId).IsUnique();
        builder.Check("Amount", $"{Tables.Quote("AmountMinor")} > 0");
        builder.HasOne<Donation>().WithMany().HasForeignKey(r => r.DonationId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<RefundOrder> builder)
    {
        builder.ToTable("RefundOrders");
        builder.Property(o => o.Why).HasMaxLength(FormWords.LongestReason);
        builder.Property(o => o.RefusedBecause).HasMaxLength(1000);
        builder.Ascii(255, o => o.StripeRefundId);
        builder.HasIndex(o => o.StripeRefundId).IsUnique();
        // Two administrators at once: one is told.
        builder.HasIndex(o => o.DonationId, "IX_RefundOrders_UnderWay").IsUnique().HasFilter($"{Tables.Quote("EndedAt")} IS NULL");
        builder.HasIndex(o => new { o.DonationId, o.CreatedAt });
        builder.Check("Amount", $"{Tables.Quote("AmountMinor")} > 0");
        builder.HasOne<Donation>().WithMany().HasForeignKey(o => o.DonationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(o => o.OrderedById).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Dispute> builder)
    {
        builder.ToTable("Disputes");
        builder.Ascii(255, d => d.StripeDisputeId);
        builder.Ascii(50, d => d.Status);
        builder.HasIndex(d => d.StripeDisputeId).IsUnique();
        builder.Check("Amount", $"{Tables.Quote("AmountMinor")} > 0");
        builder.HasOne<Donation>().WithMany().HasForeignKey(d => d.DonationId).OnDelete(DeleteBehavior.Restrict);
    }
}
