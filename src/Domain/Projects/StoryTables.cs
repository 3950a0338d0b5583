using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Solidarity.Domain.People;

namespace Solidarity.Domain.Projects;

internal sealed class StoryTables :
    IEntityTypeConfiguration<StoryVersion>, IEntityTypeConfiguration<StoryDraft>, IEntityTypeConfiguration<ProjectTranslation>,
    IEntityTypeConfiguration<ProjectQuestion>, IEntityTypeConfiguration<ProjectPerson>
{
    public void Configure(EntityTypeBuilder<StoryVersion> builder)
    {
        builder.ToTable("StoryVersions");
        builder.Ascii(2, v => v.Language);
        builder.Property(v => v.Story).HasMaxLength(StoryWords.LongestStory);
        builder.Ignore(v => v.Words);
        builder.HasIndex(v => new { v.ProjectId, v.Language, v.Number }).IsUnique();
        builder.HasOne<Project>().WithMany().HasForeignKey(v => v.ProjectId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(v => v.By).WithMany().HasForeignKey(v => v.ById).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<StoryDraft> builder)
    {
        builder.ToTable("StoryDrafts");
        builder.HasKey(d => new { d.ProjectId, d.Language, d.PersonId });
        builder.Ascii(2, d => d.Language);
        builder.Property(d => d.Story).HasMaxLength(StoryWords.LongestStory);
        builder.HasOne<Project>().WithMany().HasForeignKey(d => d.ProjectId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(d => d.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ProjectTranslation> builder)
    {
        builder.ToTable("ProjectTranslations");
        builder.HasKey(t => new { t.ProjectId, t.Language });
        builder.Ascii(2, t => t.Language);
        builder.Property(t => t.Story).HasMaxLength(StoryWords.LongestStory);
        builder.HasOne<Project>().WithMany(p => p.Translations).HasForeignKey(t => t.ProjectId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ProjectQuestion> builder)
    {
        builder.ToTable("ProjectQuestions");
        builder.Property(q => q.Answer).HasMaxLength(ProjectQuestion.LongestAnswer);
        builder.HasIndex(q => new { q.ProjectId, q.Position });
        builder.HasOne<Project>().WithMany(p => p.Questions).HasForeignKey(q => q.ProjectId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ProjectPerson> builder)
    {
        builder.ToTable("ProjectPeople");
        builder.HasIndex(p => new { p.ProjectId, p.Position });
        builder.HasOne<Project>().WithMany(p => p.People).HasForeignKey(p => p.ProjectId).OnDelete(DeleteBehavior.Restrict);
    }
}
