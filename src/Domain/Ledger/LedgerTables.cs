using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Donations;

namespace Solidarity.Domain.Ledger;

/// <summary>The triggers that make these tables append-only are in each provider's migrations.</summary>
internal sealed class LedgerTables :
    IEntityTypeConfiguration<LedgerAccount>, IEntityTypeConfiguration<LedgerTransaction>, IEntityTypeConfiguration<Posting>, IEntityTypeConfiguration<Difference>
{
    public void Configure(EntityTypeBuilder<LedgerAccount> builder)
    {
        builder.ToTable("LedgerAccounts");
        builder.Ascii(100, a => a.Code);
        builder.Ascii(3, a => a.CurrencyCode);
        builder.HasIndex(a => new { a.Code, a.CurrencyCode }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<LedgerTransaction> builder)
    {
        builder.ToTable("LedgerTransactions");
        builder.Ascii(300, t => t.Reference);
        builder.OneOf(t => t.Reason);
        builder.HasIndex(t => t.Reference).IsUnique();
        builder.HasIndex(t => new { t.CampaignId, t.Id });
        builder.HasOne<Donation>().WithMany().HasForeignKey(t => t.DonationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Campaign>().WithMany().HasForeignKey(t => t.CampaignId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Posting> builder)
    {
        builder.ToTable("Postings");
        builder.Ascii(3, p => p.CurrencyCode);
        builder.Ascii(255, p => p.StripeId);
        builder.HasIndex(p => new { p.AccountId, p.Id });
        builder.HasIndex(p => p.StripeId);
        builder.Check("Amount", $"{Tables.Quote("AmountMinor")} <> 0");
        builder.HasOne(p => p.Transaction).WithMany(t => t.Postings).HasForeignKey(p => p.TransactionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(p => p.Account).WithMany().HasForeignKey(p => p.AccountId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Difference> builder)
    {
        builder.ToTable("Differences");
        builder.Ascii(255, d => d.StripeId);
        builder.Property(d => d.What).HasMaxLength(1000);
        builder.HasIndex(d => d.StripeId).IsUnique();
    }
}
