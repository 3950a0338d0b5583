using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Solidarity.Domain.Projects;

internal sealed class ProjectTables : IEntityTypeConfiguration<Project>, IEntityTypeConfiguration<ProjectMove>
{
    public void Configure(EntityTypeBuilder<Project> builder)
    {
        builder.ToTable("Projects");
        builder.Ascii(100, p => p.Slug);
        builder.Ascii(2, p => p.Language);
        builder.Property(p => p.Story).HasMaxLength(StoryWords.LongestStory);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasIndex(p => p.Slug).IsUnique();
        builder.HasIndex(p => new { p.Status, p.PublishedAt });
        builder.OneOf(p => p.Status);
        builder.HasOne(p => p.Organisation).WithMany().HasForeignKey(p => p.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(p => p.CoverPicture).WithMany().HasForeignKey(p => p.CoverPictureId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(p => p.Moves).WithOne().HasForeignKey(m => m.ProjectId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ProjectMove> builder)
    {
        builder.ToTable("ProjectMoves");
        builder.OneOf(m => m.From);
        builder.OneOf(m => m.To);
    }
}
