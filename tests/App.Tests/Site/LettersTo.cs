using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Letters;
using Solidarity.Domain.People;

namespace Solidarity.App.Tests.Site;

public static class LettersTo
{
    /// <summary>Letters to somebody, the oldest first.</summary>
    public static Task<List<Letter>> LettersAsync(this SiteFixture site, Person person) => site.InDbAsync(db =>
        db.Letters.AsNoTracking().Where(l => l.To == person.Email).OrderBy(l => l.Id).ToListAsync());
}
