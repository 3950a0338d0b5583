using Solidarity.Domain.People;
using Solidarity.Domain.Updates;

namespace Solidarity.Domain.Tests.Updates;

/// <summary>Rows around updates.</summary>
internal static class Posts
{
    public static Update Update(Guid projectId, Guid authorId, int number = 1, UpdateAudience audience = UpdateAudience.Everyone) => new()
    {
        Id = Guid.NewGuid(),
        ProjectId = projectId,
        Number = number,
        Language = "en",
        Title = "Soup",
        Body = "We cooked.",
        Audience = audience,
        AuthorId = authorId,
        CreatedAt = FakeClock.Noon,
    };

    public static Person Author() => Person.New($"{Guid.NewGuid():N}@example.org", "Author", "en", FakeClock.Noon);

    public static Follow Follow(Guid projectId, string email, bool confirmed = true, DateTimeOffset? endedAt = null) => new()
    {
        Id = Guid.CreateVersion7(),
        ProjectId = projectId,
        Email = email,
        Token = UnguessableToken.Create(),
        Language = "fr",
        Source = FollowSource.Form,
        CreatedAt = FakeClock.Noon,
        ConfirmedAt = confirmed ? FakeClock.Noon : null,
        EndedAt = endedAt,
    };
}
