using Solidarity.Domain.Updates;

namespace Solidarity.Domain.Tests.Updates;

public class FindReaderTests : DatabaseTest
{
    [Fact]
    public async Task A_giver_is_known_by_a_mail_however_they_wrote_their_address()
    {
        var project = (await Database.CampaignAsync()).ProjectId;
        await Database.PaidAsync(Clock, Seed.Gift(email: "Ann@Example.org"));
        var author = Posts.Author();
        var update = Posts.Update(project, author.Id);
        update.MoveTo(UpdateStatus.Published, FakeClock.Noon);
        await SaveAsync(author, update, Posts.Follow(project, "ann@example.org"));
        await using var db = Database.Open();
        await new PlanMailings(db, Clock).OfUpdateAsync(update.Id, () => { }, None);
        var mail = db.Mailings.Single();
        var reader = await new FindReader(db).RunAsync(project, mail.Token, null, None);
        Assert.Equal(("ann@example.org", true), (reader!.Email, reader.IsGiver));
    }
}
