using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Solidarity.Domain.People;

namespace Solidarity.Domain.Settings;

/// <summary>The settings as somebody saved them. Rows are only added; the newest counts.</summary>
public class SettingsVersion
{
    /// <summary>One more than the version it was made from, so that of two who change the same version the second is told.</summary>
    public required int Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Guid ById { get; init; }

    /// <summary><see cref="SiteSettings"/>.</summary>
    public required string Json { get; init; }
}

internal sealed class SettingsTables : IEntityTypeConfiguration<SettingsVersion>
{
    public void Configure(EntityTypeBuilder<SettingsVersion> builder)
    {
        builder.ToTable("SettingsVersions");
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Property(v => v.Json).HasMaxLength(-1);
        builder.HasOne<Person>().WithMany().HasForeignKey(v => v.ById).OnDelete(DeleteBehavior.Restrict);
    }
}
