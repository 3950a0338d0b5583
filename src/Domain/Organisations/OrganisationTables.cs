using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Solidarity.Domain.Organisations;

internal sealed class OrganisationTables : IEntityTypeConfiguration<Organisation>, IEntityTypeConfiguration<Membership>, IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.ToTable("Organisations");
        builder.Ascii(100, o => o.Slug);
        builder.Ascii(2, o => o.Country);
        builder.HasIndex(o => o.Slug).IsUnique();
        builder.OneOf(o => o.Kind);
    }

    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.ToTable("Memberships");
        builder.HasKey(m => new { m.OrganisationId, m.PersonId });
        builder.OneOf(m => m.Role);
        builder.HasOne(m => m.Organisation).WithMany().HasForeignKey(m => m.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(m => m.Person).WithMany().HasForeignKey(m => m.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("Invitations");
        builder.Property(i => i.Email).HasMaxLength(FormWords.LongestEmail);
        builder.Property(i => i.Greeting).HasMaxLength(InviteMember.LongestGreeting);
        builder.Ascii(2, i => i.Language);
        builder.Ascii(SecretHash.Length, i => i.Digest);
        builder.Property(i => i.Version).IsConcurrencyToken();
        builder.OneOf(i => i.Role);
        builder.HasIndex(i => i.Digest).IsUnique();
        builder.HasIndex(i => new { i.OrganisationId, i.Email });
        builder.HasOne(i => i.Organisation).WithMany().HasForeignKey(i => i.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(i => i.InvitedBy).WithMany().HasForeignKey(i => i.InvitedById).OnDelete(DeleteBehavior.Restrict);
    }
}
