using Microsoft.AspNetCore.Identity;

namespace Solidarity.Domain.People;

/// <summary>What somebody may do for the whole platform, besides what their organisations let them do.</summary>
public enum PlatformRole { None, Moderator, Administrator }

/// <summary>Somebody with an account. Giving needs none.</summary>
/// <remarks>The user name is the id: people sign in with their e-mail address, which may change.</remarks>
public class Person : IdentityUser<Guid>
{
    /// <summary>What others who work with this person see; empty once erased.</summary>
    public required string Name { get; set; }

    /// <summary>The language of mails: one of <see cref="Languages.All"/>.</summary>
    public required string Language { get; set; }

    public PlatformRole PlatformRole { get; set; }

    /// <summary>No daily letter about what waits, for those who moderate.</summary>
    public bool NoModerationLetters { get; set; }

    /// <summary>The half minute (RFC 6238: time step) of the last code that was taken: no code counts twice.</summary>
    public long LastCodeStep { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When an administrator closed the account, or null.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>When name and address were erased; the row stays, because decisions and books name it.</summary>
    public DateTimeOffset? ErasedAt { get; set; }

    public static Person New(string email, string name, string language, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7(now);
        return new Person { Id = id, UserName = id.ToString("N"), Email = email, Name = name, Language = language, CreatedAt = now };
    }
}
