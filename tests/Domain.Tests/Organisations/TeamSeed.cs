using Solidarity.Domain.Organisations;
using Solidarity.Domain.People;

namespace Solidarity.Domain.Tests.Organisations;

/// <summary>People in an organisation, for tests.</summary>
public static class TeamSeed
{
    public static Person Person(string email = "ann@example.org", bool confirmed = true)
    {
        var person = Domain.People.Person.New(email, email.Split('@')[0], "en", FakeClock.Noon);
        (person.NormalizedEmail, person.NormalizedUserName, person.EmailConfirmed) = (email.ToUpperInvariant(), person.UserName!.ToUpperInvariant(), confirmed);
        return person;
    }

    public static Membership In(this Person person, Organisation organisation, OrganisationRole role) =>
        new() { OrganisationId = organisation.Id, PersonId = person.Id, Role = role, Since = FakeClock.Noon };

    public static async Task<Reason> ReasonAsync(Func<Task> work) => Assert.Single((await Assert.ThrowsAsync<Refusal>(work)).Problems).Reason;
}
