using Microsoft.AspNetCore.Identity;
using Solidarity.Domain.People;
using Solidarity.Web.People;

namespace Solidarity.Web.Account;

/// <summary>The account of who is signed in.</summary>
public sealed class OwnAccount(UserManager<Person> people, IHttpContextAccessor http)
{
    public async Task<Person> FindAsync() => (await people.FindByIdAsync(http.HttpContext!.Session().PersonId.ToString()))!;

    /// <summary>Oldest first.</summary>
    public async Task<IReadOnlyList<UserPasskeyInfo>> PasskeysAsync() => [.. (await people.GetPasskeysAsync(await FindAsync())).OrderBy(p => p.CreatedAt)];
}
