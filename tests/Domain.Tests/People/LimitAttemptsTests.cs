using Solidarity.Domain.People;

namespace Solidarity.Domain.Tests.People;

public class LimitAttemptsTests : DatabaseTest
{
    [Fact]
    public async Task Whoever_goes_on_waits_longer_and_longer()
    {
        Assert.Equal((6, 1), await TryUntilRefusedAsync());
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal((6, 14), await TryUntilRefusedAsync());
        Clock.Advance(TimeSpan.FromMinutes(14));
        Assert.Equal((6, 1), await TryUntilRefusedAsync());
    }

    [Fact]
    public async Task Others_are_not_held_up_and_success_forgets()
    {
        await TryUntilRefusedAsync();
        Assert.Equal((6, 1), await TryUntilRefusedAsync("somebody else"));
        await using (var db = Database.Open())
            await new LimitAttempts(db, Clock).ForgetAsync(AttemptKind.SignIn, "somebody", None);
        Assert.Equal((6, 1), await TryUntilRefusedAsync());
    }

    [Fact]
    public async Task After_a_day_nothing_is_kept()
    {
        await TryUntilRefusedAsync();
        Clock.Advance(TimeSpan.FromDays(2));
        await using var db = Database.Open();
        Assert.Equal(6, await new LimitAttempts(db, Clock).ClearAsync(None));
    }

    /// <returns>How many tries passed, and the minutes to wait.</returns>
    private async Task<(int Passed, int Wait)> TryUntilRefusedAsync(string subject = "somebody")
    {
        for (var i = 0; ; i++)
        {
            await using var db = Database.Open();
            try
            {
                await new LimitAttempts(db, Clock).TakeAsync(AttemptKind.SignIn, subject, None);
            }
            catch (Refusal refusal)
            {
                return (i, (int)refusal.Problems[0].Args[0]);
            }
        }
    }
}
