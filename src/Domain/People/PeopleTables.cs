using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Solidarity.Domain.People;

internal sealed class PeopleTables : IEntityTypeConfiguration<Person>, IEntityTypeConfiguration<PersonSession>, IEntityTypeConfiguration<SignIn>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("People");
        builder.Ascii(2, p => p.Language);
        builder.Ascii(32, p => p.UserName, p => p.NormalizedUserName);
        builder.Property(p => p.Email).HasMaxLength(FormWords.LongestEmail);
        builder.Property(p => p.NormalizedEmail).HasMaxLength(FormWords.LongestEmail);
        builder.Ascii(200, p => p.PasswordHash, p => p.SecurityStamp, p => p.ConcurrencyStamp);
        builder.Property(p => p.ConcurrencyStamp).IsConcurrencyToken();
        builder.Ignore(p => p.PhoneNumber);
        builder.Ignore(p => p.PhoneNumberConfirmed);
        builder.HasIndex(p => p.NormalizedUserName).IsUnique();
        // Two accounts for one address are the database's to refuse, however many ask at once.
        builder.HasIndex(p => p.NormalizedEmail).IsUnique();
        builder.OneOf(p => p.PlatformRole);
    }

    public void Configure(EntityTypeBuilder<PersonSession> builder)
    {
        builder.ToTable("Sessions");
        builder.Property(s => s.Browser).HasMaxLength(400);
        builder.Ascii(64, s => s.Address);
        builder.HasOne(s => s.Person).WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<SignIn> builder)
    {
        builder.ToTable("SignIns");
        builder.Property(s => s.Browser).HasMaxLength(400);
        builder.Ascii(64, s => s.Address);
        builder.OneOf(s => s.Means);
        builder.OneOf(s => s.Outcome);
        builder.HasIndex(s => new { s.PersonId, s.Id });
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>What is asked for and not yet so, and how often it was tried.</summary>
internal sealed class AskedTables : IEntityTypeConfiguration<SignUp>, IEntityTypeConfiguration<EmailChange>, IEntityTypeConfiguration<Attempt>
{
    public void Configure(EntityTypeBuilder<SignUp> builder)
    {
        builder.ToTable("SignUps");
        builder.Ascii(2, s => s.Language);
        builder.Property(s => s.Email).HasMaxLength(FormWords.LongestEmail);
        builder.Property(s => s.NormalizedEmail).HasMaxLength(FormWords.LongestEmail);
        builder.Ascii(200, s => s.PasswordHash);
        builder.Ascii(SecretHash.Length, s => s.TokenHash);
        builder.HasIndex(s => s.TokenHash).IsUnique();
        builder.HasIndex(s => s.NormalizedEmail);
        builder.HasIndex(s => s.ExpiresAt);
    }

    public void Configure(EntityTypeBuilder<EmailChange> builder)
    {
        builder.ToTable("EmailChanges");
        builder.Property(c => c.OldEmail).HasMaxLength(FormWords.LongestEmail);
        builder.Property(c => c.NewEmail).HasMaxLength(FormWords.LongestEmail);
        builder.Ascii(SecretHash.Length, c => c.OldTokenHash, c => c.NewTokenHash);
        builder.HasIndex(c => c.OldTokenHash).IsUnique();
        builder.HasIndex(c => c.NewTokenHash).IsUnique();
        builder.HasOne(c => c.Person).WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Attempt> builder)
    {
        builder.ToTable("Attempts");
        builder.Ascii(SecretHash.Length, a => a.Key);
        builder.HasIndex(a => new { a.Key, a.At });
        builder.HasIndex(a => a.At);
    }
}

/// <summary>What ASP.NET Core Identity keeps of a person besides: authenticator keys and recovery codes (tokens), passkeys.</summary>
internal sealed class IdentityTables :
    IEntityTypeConfiguration<IdentityUserClaim<Guid>>, IEntityTypeConfiguration<IdentityUserLogin<Guid>>,
    IEntityTypeConfiguration<IdentityUserToken<Guid>>, IEntityTypeConfiguration<IdentityUserPasskey<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> builder)
    {
        builder.ToTable("PersonClaims");
        Of(builder).HasForeignKey(c => c.UserId);
    }

    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> builder)
    {
        builder.ToTable("PersonLogins");
        builder.HasKey(l => new { l.LoginProvider, l.ProviderKey });
        Of(builder).HasForeignKey(l => l.UserId);
    }

    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> builder)
    {
        builder.ToTable("PersonTokens");
        builder.HasKey(t => new { t.UserId, t.LoginProvider, t.Name });
        builder.Property(t => t.Value).HasMaxLength(4000);
        Of(builder).HasForeignKey(t => t.UserId);
    }

    public void Configure(EntityTypeBuilder<IdentityUserPasskey<Guid>> builder)
    {
        builder.ToTable("Passkeys");
        // Web Authentication: a credential id has at most 1023 bytes. SQL Server indexes no key over 900, and authenticators give far less.
        builder.HasKey(p => p.CredentialId);
        builder.Property(p => p.CredentialId).HasMaxLength(800);
        builder.OwnsOne(p => p.Data).ToJson();
        Of(builder).HasForeignKey(p => p.UserId);
    }

    private static ReferenceCollectionBuilder<Person, T> Of<T>(EntityTypeBuilder<T> builder)
        where T : class => builder.HasOne<Person>().WithMany().IsRequired().OnDelete(DeleteBehavior.Cascade);
}
