using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Solidarity.Domain.People;

namespace Solidarity.Domain.Meals;

internal sealed class CounterSheetTables : IEntityTypeConfiguration<CounterSheet>, IEntityTypeConfiguration<CounterSheetLine>
{
    public void Configure(EntityTypeBuilder<CounterSheet> builder)
    {
        builder.ToTable("CounterSheets");
        builder.HasIndex(s => new { s.OrganisationId, s.Number }).IsUnique();
        builder.HasOne(s => s.Organisation).WithMany().HasForeignKey(s => s.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.MadeById).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(s => s.Lines).WithOne(l => l.Sheet).HasForeignKey(l => l.SheetId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CounterSheetLine> builder)
    {
        builder.ToTable("CounterSheetLines");
        builder.HasKey(l => l.VoucherId);
        builder.Property(l => l.VoucherId).ValueGeneratedNever();
        builder.HasOne(l => l.Voucher).WithOne().HasForeignKey<CounterSheetLine>(l => l.VoucherId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(l => l.EnteredBy).WithMany().HasForeignKey(l => l.EnteredById).OnDelete(DeleteBehavior.Restrict);
    }
}
