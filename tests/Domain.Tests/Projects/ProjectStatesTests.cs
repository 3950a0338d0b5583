using Solidarity.Domain.Projects;
using static Solidarity.Domain.Projects.ProjectStatus;

namespace Solidarity.Domain.Tests.Projects;

public class ProjectStatesTests
{
    /// <summary>Every state, a way there, and where it may go from it.</summary>
    public static TheoryData<ProjectStatus, ProjectStatus[], ProjectStatus[]> Table => new()
    {
        { Draft, [], [InReview] },
        { InReview, [InReview], [Draft, Live] },
        { Live, [InReview, Live], [Suspended] },
        { Suspended, [InReview, Live, Suspended], [Live] },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Moves_as_the_table_says_and_no_other_way(ProjectStatus from, ProjectStatus[] way, ProjectStatus[] allowed)
    {
        foreach (var to in Enum.GetValues<ProjectStatus>())
        {
            var project = Seed.Draft(Seed.Organisation());
            foreach (var step in way)
                project.MoveTo(step, FakeClock.Noon, "test");
            Assert.Equal(from, project.Status);
            if (allowed.Contains(to))
            {
                project.MoveTo(to, FakeClock.Noon, "moderator");
                Assert.Equal((from, to, "moderator"), (project.Moves[^1].From, project.Moves[^1].To, project.Moves[^1].By));
            }
            else
            {
                Assert.Equal(Reason.MoveNotAllowed, Assert.Single(Assert.Throws<Refusal>(() => project.MoveTo(to, FakeClock.Noon, "moderator")).Problems).Reason);
                Assert.Equal(from, project.Status);
            }

            Assert.Equal(allowed.Contains(to), ProjectStates.Allows(from, to));
        }
    }
}
