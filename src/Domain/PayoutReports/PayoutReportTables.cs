using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Solidarity.Domain.Partners;

namespace Solidarity.Domain.PayoutReports;

internal sealed class PayoutReportTables :
    IEntityTypeConfiguration<PartnerMovement>, IEntityTypeConfiguration<PartnerStatement>, IEntityTypeConfiguration<PayoutReport>, IEntityTypeConfiguration<PayoutReportFile>,
    IEntityTypeConfiguration<PayoutReportReader>
{
    public void Configure(EntityTypeBuilder<PartnerMovement> builder)
    {
        builder.ToTable("PartnerMovements");
        builder.Ascii(255, m => m.StripeId);
        builder.Ascii(3, m => m.CurrencyCode);
        builder.OneOf(m => m.Kind);
        builder.HasIndex(m => new { m.Kind, m.SubjectId }).IsUnique();
        builder.HasIndex(m => new { m.PartnerId, m.CurrencyCode, m.At, m.Id });
        builder.HasOne(m => m.Partner).WithMany().HasForeignKey(m => m.PartnerId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PartnerStatement> builder)
    {
        builder.ToTable("PartnerStatements");
        builder.HasKey(s => s.PartnerId);
        builder.HasOne<Partner>().WithOne().HasForeignKey<PartnerStatement>(s => s.PartnerId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PayoutReport> builder)
    {
        builder.ToTable("PayoutReports");
        builder.Ascii(3, r => r.CurrencyCode);
        builder.Ascii(2, r => r.Language);
        builder.OneOf(r => r.Kind);
        builder.Property(r => r.Facts).HasConversion(facts => JsonSerializer.Serialize(facts, JsonSerializerOptions.Web), json => JsonSerializer.Deserialize<PayoutReportFacts>(json, JsonSerializerOptions.Web)!)
            .HasMaxLength(4000);
        builder.HasIndex(r => new { r.PartnerId, r.Number }).IsUnique();
        builder.HasIndex(r => new { r.PartnerId, r.Kind, r.From, r.Until, r.CurrencyCode }).IsUnique();
        var (opening, closing) = (Tables.Quote(nameof(PayoutReport.OpeningMinor)), Tables.Quote(nameof(PayoutReport.ClosingMinor)));
        var moved = string.Join(" + ", new[]
        {
            nameof(PayoutReport.TransfersMinor), nameof(PayoutReport.ReversalsMinor), nameof(PayoutReport.PayoutsMinor), nameof(PayoutReport.ReturnedMinor),
            nameof(PayoutReport.FeesMinor), nameof(PayoutReport.OtherMinor),
        }.Select(Tables.Quote));
        builder.Check("Sum", $"{closing} = {opening} + {moved}");
        builder.HasOne(r => r.Partner).WithMany().HasForeignKey(r => r.PartnerId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PayoutReportFile> builder)
    {
        builder.ToTable("PayoutReportFiles");
        builder.HasKey(f => f.ReportId);
        builder.Ascii(64, f => f.Hash);
        builder.HasOne<PayoutReport>().WithOne().HasForeignKey<PayoutReportFile>(f => f.ReportId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PayoutReportReader> builder)
    {
        builder.ToTable("PayoutReportReaders");
        builder.HasKey(r => new { r.ReportId, r.PersonId });
        builder.HasOne<PayoutReport>().WithMany().HasForeignKey(r => r.ReportId).OnDelete(DeleteBehavior.Restrict);
    }
}
