using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Donations;

namespace Solidarity.Domain.Partners;

internal sealed class PartnerTables :
    IEntityTypeConfiguration<Partner>, IEntityTypeConfiguration<Transfer>, IEntityTypeConfiguration<TransferReversal>, IEntityTypeConfiguration<Payout>, IEntityTypeConfiguration<PayoutItem>
{
    public void Configure(EntityTypeBuilder<Partner> builder)
    {
        builder.ToTable("Partners");
        builder.Ascii(255, p => p.StripeAccountId, p => p.DisabledReason);
        builder.Ascii(1000, p => p.RequirementsDue);
        builder.Ascii(VatNumber.Longest, p => p.VatNumber);
        builder.Check("VatRate", $"{Tables.Quote(nameof(Partner.VatRate))} BETWEEN 0 AND 10000");
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasIndex(p => p.StripeAccountId).IsUnique();
        builder.HasOne(p => p.Organisation).WithMany().HasForeignKey(p => p.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Transfer> builder)
    {
        builder.ToTable("Transfers");
        builder.Ascii(255, t => t.ChargeId, t => t.StripeTransferId);
        builder.Ascii(50, t => t.Because);
        builder.Ascii(3, t => t.CurrencyCode);
        builder.Property(t => t.Version).IsConcurrencyToken();
        builder.HasIndex(t => new { t.DonationId, t.CampaignId, t.PartnerId, t.Because }).IsUnique();
        builder.HasIndex(t => t.StripeTransferId).IsUnique();
        // A partner's list, the newest first.
        builder.HasIndex(t => new { t.PartnerId, t.CreatedAt, t.Id });
        builder.Check("Amount", $"{Tables.Quote("AmountMinor")} > 0 AND {Tables.Quote("ReversedMinor")} >= 0 AND {Tables.Quote("ReversedMinor")} <= {Tables.Quote("AmountMinor")}");
        builder.HasOne(t => t.Partner).WithMany().HasForeignKey(t => t.PartnerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Campaign>().WithMany().HasForeignKey(t => t.CampaignId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Donation>().WithMany().HasForeignKey(t => t.DonationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<TransferReversal>().WithMany().HasForeignKey(t => t.AfterReversalId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<TransferReversal> builder)
    {
        builder.ToTable("TransferReversals");
        builder.Ascii(255, r => r.Because, r => r.StripeReversalId);
        builder.HasIndex(r => new { r.TransferId, r.Because }).IsUnique();
        builder.HasIndex(r => r.StripeReversalId).IsUnique();
        builder.Check("Amount", $"{Tables.Quote("AmountMinor")} > 0");
        builder.HasOne(r => r.Transfer).WithMany().HasForeignKey(r => r.TransferId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Payout> builder)
    {
        builder.ToTable("Payouts");
        builder.Ascii(255, p => p.StripePayoutId, p => p.FailureReason);
        builder.Ascii(3, p => p.CurrencyCode);
        builder.OneOf(p => p.Status);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasIndex(p => p.StripePayoutId).IsUnique();
        builder.HasIndex(p => new { p.PartnerId, p.CreatedAt });
        builder.HasOne(p => p.Partner).WithMany().HasForeignKey(p => p.PartnerId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PayoutItem> builder)
    {
        builder.ToTable("PayoutItems");
        builder.Ascii(255, i => i.BalanceTransactionId, i => i.StripeSourceId);
        builder.OneOf(i => i.Kind);
        builder.HasIndex(i => new { i.PayoutId, i.BalanceTransactionId }).IsUnique();
        builder.HasOne(i => i.Payout).WithMany(p => p.Items).HasForeignKey(i => i.PayoutId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(i => i.Transfer).WithMany().HasForeignKey(i => i.TransferId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(i => i.TransferReversal).WithMany().HasForeignKey(i => i.TransferReversalId).OnDelete(DeleteBehavior.Restrict);
    }
}
