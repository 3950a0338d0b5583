using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Solidarity.Domain.Donations;
using Solidarity.Domain.People;
using Solidarity.Domain.Projects;

namespace Solidarity.Domain.Updates;

internal sealed class UpdateTables :
    IEntityTypeConfiguration<Update>, IEntityTypeConfiguration<UpdateAnswer>, IEntityTypeConfiguration<Follow>, IEntityTypeConfiguration<MailChoice>,
    IEntityTypeConfiguration<Mailing>, IEntityTypeConfiguration<Thanks>
{
    public void Configure(EntityTypeBuilder<Update> builder)
    {
        builder.ToTable("Updates");
        builder.Ascii(2, u => u.Language);
        builder.Property(u => u.Title).HasMaxLength(Update.LongestTitle);
        builder.Property(u => u.Body).HasMaxLength(Update.LongestBody);
        builder.Property(u => u.Version).IsConcurrencyToken();
        builder.HasIndex(u => new { u.ProjectId, u.Number }).IsUnique();
        builder.HasIndex(u => new { u.Status, u.PublishAt });
        builder.HasIndex(u => new { u.Status, u.PublishedAt });
        builder.OneOf(u => u.Audience);
        builder.OneOf(u => u.Status);
        builder.Check("Published", $"({Tables.Quote("Status")} = 'Published' AND {Tables.Quote("PublishedAt")} IS NOT NULL) OR ({Tables.Quote("Status")} <> 'Published' AND {Tables.Quote("PublishedAt")} IS NULL)");
        builder.HasOne(u => u.Project).WithMany().HasForeignKey(u => u.ProjectId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(u => u.AuthorId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<UpdateAnswer> builder)
    {
        builder.ToTable("UpdateAnswers");
        builder.Ascii(2, a => a.Language);
        builder.Ascii(SecretHash.Length, a => a.EmailDigest);
        builder.Property(a => a.Name).HasMaxLength(UpdateAnswer.LongestName);
        builder.Property(a => a.Words).HasMaxLength(UpdateAnswer.LongestWords);
        builder.HasIndex(a => new { a.UpdateId, a.At });
        builder.HasOne(a => a.Update).WithMany().HasForeignKey(a => a.UpdateId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Follow> builder)
    {
        builder.ToTable("Follows");
        builder.Ascii(2, f => f.Language);
        builder.Ascii(FormWords.LongestEmail, f => f.Email);
        builder.Ascii(UnguessableToken.Length, f => f.Token);
        builder.HasIndex(f => new { f.ProjectId, f.Email }).IsUnique();
        builder.HasIndex(f => f.Email);
        builder.HasIndex(f => f.Token).IsUnique();
        builder.OneOf(f => f.Source);
        builder.HasOne<Project>().WithMany().HasForeignKey(f => f.ProjectId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<MailChoice> builder)
    {
        builder.ToTable("MailChoices");
        builder.HasKey(c => c.Email);
        builder.Ascii(FormWords.LongestEmail, c => c.Email);
        builder.Ascii(UnguessableToken.Length, c => c.Token);
        builder.Property(c => c.BounceReason).HasMaxLength(500);
        builder.HasIndex(c => c.Token).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Mailing> builder)
    {
        builder.ToTable("Mailings");
        builder.Ascii(2, d => d.Language);
        builder.Ascii(FormWords.LongestEmail, d => d.Email);
        builder.Ascii(UnguessableToken.Length, d => d.Token);
        builder.OneOf(d => d.Kind);
        builder.Check("Skipped", $"{Tables.Quote("Skipped")} IN ({string.Join(", ", Enum.GetNames<SkipReason>().Select(n => $"'{n}'"))})");
        // Nobody is mailed the same thing twice, whatever dies in between.
        builder.HasIndex(d => new { d.SubjectId, d.Kind, d.Email }).IsUnique();
        builder.HasIndex(d => d.Token).IsUnique();
        builder.HasOne<Follow>().WithMany().HasForeignKey(d => d.FollowId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Thanks> builder)
    {
        builder.ToTable("Thanks");
        builder.Property(t => t.Words).HasMaxLength(Thanks.LongestWords);
        builder.HasIndex(t => new { t.ProjectId, t.At });
        builder.HasIndex(t => t.DonationLineId).IsUnique();
        builder.HasOne<Project>().WithMany().HasForeignKey(t => t.ProjectId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(t => t.ById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<DonationLine>().WithMany().HasForeignKey(t => t.DonationLineId).OnDelete(DeleteBehavior.Restrict);
    }
}
