using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.People;

namespace Solidarity.Web.Account;

/// <summary>Identity's store, which keeps recovery codes as they are; here only their hashes lie in the database.</summary>
internal sealed class PeopleStore(SolidarityDb db, IdentityErrorDescriber describer) : UserOnlyStore<Person, SolidarityDb, Guid>(db, describer)
{
    public override Task ReplaceCodesAsync(Person user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        base.ReplaceCodesAsync(user, recoveryCodes.Select(Hash), cancellationToken);

    public override Task<bool> RedeemCodeAsync(Person user, string code, CancellationToken cancellationToken) =>
        base.RedeemCodeAsync(user, Hash(code), cancellationToken);

    private static string Hash(string code) => SecretHash.Of(new string([.. code.ToUpperInvariant().Where(char.IsLetterOrDigit)]));
}
