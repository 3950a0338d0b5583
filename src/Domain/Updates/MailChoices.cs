using Microsoft.EntityFrameworkCore;

namespace Solidarity.Domain.Updates;

public static class MailChoices
{
    /// <summary>The choice of every one of these addresses; those that had made none are added, and saved with whatever the caller saves.</summary>
    /// <param name="addresses">As <see cref="EmailAddress.ToKey"/> writes them.</param>
    public static async Task<Dictionary<string, MailChoice>> ChoicesAsync(this SolidarityDb db, IReadOnlyCollection<string> addresses, CancellationToken cancel)
    {
        var choices = await db.MailChoices.Where(c => addresses.Contains(c.Email)).ToDictionaryAsync(c => c.Email, cancel);
        foreach (var address in addresses)
        {
            if (choices.ContainsKey(address))
                continue;
            choices[address] = MailChoice.New(address);
            db.MailChoices.Add(choices[address]);
        }

        return choices;
    }

    /// <summary>The secret by which this address chooses; one that had made no choice is given one now.</summary>
    /// <remarks>Whoever asks at the same moment, in another tab, is given the same.</remarks>
    public static async Task<string> ChoiceTokenAsync(this SolidarityDb db, string address, CancellationToken cancel)
    {
        var choice = (await db.ChoicesAsync([address], cancel))[address];
        try
        {
            await db.SaveChangesAsync(cancel);
            return choice.Token;
        }
        catch (DbUpdateException)
        {
            db.Entry(choice).State = EntityState.Detached;
            return await db.MailChoices.Where(c => c.Email == address).Select(c => c.Token).SingleAsync(cancel);
        }
    }

    /// <summary>Its mail server says that there is no such address: nothing of this kind goes there from now on.</summary>
    public static async Task MarkBouncedAsync(this SolidarityDb db, string address, string reason, DateTimeOffset now, CancellationToken cancel)
    {
        var choice = (await db.ChoicesAsync([address], cancel))[address];
        choice.BouncedAt ??= now;
        choice.BounceReason ??= reason.Length > 500 ? reason[..500] : reason;
        await db.SaveChangesAsync(cancel);
    }
}
