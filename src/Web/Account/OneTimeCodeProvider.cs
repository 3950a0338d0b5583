using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.People;

namespace Solidarity.Web.Account;

/// <summary>Takes each code of an authenticator app once: who looks over a shoulder comes too late.</summary>
internal sealed class OneTimeCodeProvider(SolidarityDb db, TimeProvider clock) : IUserTwoFactorTokenProvider<Person>
{
    public async Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<Person> manager, Person user) => await manager.GetAuthenticatorKeyAsync(user) is { Length: > 0 };

    /// <summary>The app makes them.</summary>
    public Task<string> GenerateAsync(string purpose, UserManager<Person> manager, Person user) => Task.FromResult("");

    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<Person> manager, Person user)
    {
        if (await manager.GetAuthenticatorKeyAsync(user) is not { Length: > 0 } key || OneTimeCodes.StepOf(key, token, clock.GetUtcNow()) is not { } step)
            return false;
        // Of two who send the same code at once the database lets one pass.
        if (await db.People.Where(p => p.Id == user.Id && p.LastCodeStep < step).ExecuteUpdateAsync(set => set.SetProperty(p => p.LastCodeStep, step)) == 0)
            return false;
        user.LastCodeStep = step;
        return true;
    }
}
