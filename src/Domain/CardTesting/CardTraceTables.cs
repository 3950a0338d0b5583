using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Solidarity.Domain.CardTesting;

internal sealed class CardTraceTables : IEntityTypeConfiguration<CardTrace>
{
    public void Configure(EntityTypeBuilder<CardTrace> builder)
    {
        builder.ToTable("CardTraces");
        builder.Ascii(SecretHash.Length, t => t.Network, t => t.Card, t => t.Browser);
        builder.Ascii(255, t => t.ChargeId);
        builder.OneOf(t => t.Kind);
        builder.HasIndex(t => t.ChargeId).IsUnique();
        builder.HasIndex(t => new { t.Network, t.At });
        builder.HasIndex(t => new { t.Card, t.At });
        builder.HasIndex(t => t.DonationId);
        builder.HasIndex(t => t.Browser);
        builder.HasIndex(t => t.At);
        builder.Check("Counts", $"{Tables.Quote("Weight")} >= 0 AND {Tables.Quote("Meals")} >= 0");
    }
}
