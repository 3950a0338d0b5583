using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Solidarity.Domain.Donations;

/// <summary>A gift in somebody's name, perhaps with an e-card on a chosen day. One a donation.</summary>
public class Dedication
{
    public const int LongestName = 100;
    public const int LongestWords = 500;

    /// <summary>How far ahead a card may be ordered.</summary>
    public const int MostMonthsAhead = 12;

    /// <summary>Also its key.</summary>
    public required Guid DonationId { get; init; }

    public Donation Donation { get; init; } = null!;

    /// <summary>In whose name.</summary>
    public required string Honoured { get; init; }

    public string? Words { get; init; }

    /// <summary>The wall says the name, where it says the giver's.</summary>
    public required bool ShownOnWall { get; init; }

    /// <summary>Where the card goes, as <see cref="EmailAddress.ToKey"/> writes it; null for no card, and a month after it was sent.</summary>
    public string? CardEmail { get; set; }

    public string? CardLanguage { get; init; }

    /// <summary>The day of the card, in the site's time zone; null for no card.</summary>
    public DateOnly? CardOn { get; init; }

    /// <summary>When it was handed over to be sent.</summary>
    public DateTimeOffset? CardSentAt { get; set; }

    public Guid Version { get; set; }
}

/// <summary>A gift in somebody's name as a giver asks for it.</summary>
/// <param name="CardOn">Null: today.</param>
public sealed record DedicationWish(string? Honoured, string? Words, bool ShownOnWall, string? CardEmail, DateOnly? CardOn, string? CardLanguage);

/// <summary>What may be asked for, and how it is kept.</summary>
internal static class Dedications
{
    /// <returns>Null where nothing was asked for.</returns>
    public static DedicationWish? Clean(DedicationWish? wish, DateOnly today)
    {
        if (wish is null)
            return null;
        var clean = wish with { Honoured = CleanText.OneLine(wish.Honoured), Words = CleanText.Lines(wish.Words), CardEmail = CleanText.OneLine(wish.CardEmail) };
        if (clean is { Honoured: null, Words: null, CardEmail: null, CardOn: null })
            return null;
        return clean.CardEmail is null ? clean with { CardLanguage = null } : clean with { CardEmail = EmailAddress.ToKey(clean.CardEmail) ?? clean.CardEmail, CardOn = clean.CardOn ?? today };
    }

    /// <param name="wish">Clean.</param>
    /// <param name="giver">The giver's name: a card says who sends it.</param>
    public static IEnumerable<Problem> Problems(DedicationWish wish, string? giver, DateOnly today)
    {
        if (wish.Honoured is null)
            yield return new Problem(Reason.NameMissing, "honoured", []);
        else if (wish.Honoured.Length > Dedication.LongestName)
            yield return new Problem(Reason.NameTooLong, "honoured", [Dedication.LongestName]);
        if (wish.Words?.Length > Dedication.LongestWords)
            yield return new Problem(Reason.TextTooLong, "honouredWords", [Dedication.LongestWords]);
        if (wish.CardEmail is null)
        {
            if (wish.CardOn is not null)
                yield return new Problem(Reason.EmailMissing, "cardEmail", []);
            yield break;
        }

        if (wish.CardEmail.Length > FormWords.LongestEmail || EmailAddress.ToKey(wish.CardEmail)?.Split('@')[^1].Contains('.', StringComparison.Ordinal) != true)
            yield return new Problem(Reason.EmailNotValid, "cardEmail", []);
        if (wish.CardOn < today || wish.CardOn > today.AddMonths(Dedication.MostMonthsAhead))
            yield return new Problem(Reason.CardDayOutside, "cardDay", [today, today.AddMonths(Dedication.MostMonthsAhead)]);
        if (!Languages.Speaks(wish.CardLanguage ?? ""))
            yield return new Problem(Reason.LanguageUnknown, "cardLanguage", []);
        if (giver is null)
            yield return new Problem(Reason.CardNeedsName, "name", []);
    }

    public static Dedication Build(Guid donationId, DedicationWish wish) => new()
    {
        DonationId = donationId,
        Honoured = wish.Honoured!,
        Words = wish.Words,
        ShownOnWall = wish.ShownOnWall,
        CardEmail = wish.CardEmail,
        CardLanguage = wish.CardLanguage,
        CardOn = wish.CardEmail is null ? null : wish.CardOn,
    };
}

internal sealed class DedicationTables : IEntityTypeConfiguration<Dedication>
{
    public void Configure(EntityTypeBuilder<Dedication> builder)
    {
        builder.ToTable("Dedications");
        builder.HasKey(d => d.DonationId);
        builder.Ascii(2, d => d.CardLanguage);
        builder.Ascii(FormWords.LongestEmail, d => d.CardEmail);
        builder.Property(d => d.Honoured).HasMaxLength(Dedication.LongestName);
        builder.Property(d => d.Words).HasMaxLength(Dedication.LongestWords);
        builder.Property(d => d.Version).IsConcurrencyToken();
        builder.HasIndex(d => d.CardEmail);
        builder.HasIndex(d => new { d.CardSentAt, d.CardOn });
        builder.HasOne(d => d.Donation).WithOne(d => d.Dedication).HasForeignKey<Dedication>(d => d.DonationId).OnDelete(DeleteBehavior.Restrict);
    }
}
