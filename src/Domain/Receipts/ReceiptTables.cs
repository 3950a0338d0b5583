using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Solidarity.Domain.Donations;

namespace Solidarity.Domain.Receipts;

internal sealed class ReceiptTables : IEntityTypeConfiguration<Receipt>, IEntityTypeConfiguration<ReceiptSeries>
{
    public void Configure(EntityTypeBuilder<Receipt> builder)
    {
        builder.ToTable("Receipts");
        builder.Ascii(20, r => r.Number);
        builder.Ascii(UnguessableToken.Length, r => r.Token);
        builder.Property(r => r.Facts).HasConversion(facts => JsonSerializer.Serialize(facts, JsonSerializerOptions.Web), json => JsonSerializer.Deserialize<ReceiptFacts>(json, JsonSerializerOptions.Web));
        builder.Property(r => r.GiverName).HasMaxLength(StartDonation.LongestName);
        builder.Property(r => r.GiverEmail).HasMaxLength(FormWords.LongestEmail);
        builder.HasIndex(r => r.Number).IsUnique();
        builder.HasIndex(r => r.Token).IsUnique();
        builder.HasIndex(r => r.DonationId).IsUnique();
        builder.HasOne<Donation>().WithOne().HasForeignKey<Receipt>(r => r.DonationId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ReceiptSeries> builder)
    {
        builder.ToTable("ReceiptSeries");
        builder.HasKey(s => s.Year);
        builder.Property(s => s.Year).ValueGeneratedNever();
    }
}
