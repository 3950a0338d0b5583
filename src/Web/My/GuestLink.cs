using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Solidarity.Web.My;

/// <summary>
/// The link to what was given from an address, for whoever reads its mail. The address and the hour are inside, signed and encrypted by the site's own
/// keys: nothing is stored.
/// </summary>
public sealed class GuestLink(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>As the letter says.</summary>
    public static readonly TimeSpan GoodFor = TimeSpan.FromHours(1);

    /// <summary>What is signed for one purpose opens nothing else.</summary>
    private readonly IDataProtector _protector = protection.CreateProtector("Solidarity.My.GuestLink");

    /// <param name="key">As <see cref="Domain.EmailAddress.ToKey"/> writes it.</param>
    public string PathOf(string key) => $"/my/guest/{_protector.Protect($"{(clock.GetUtcNow() + GoodFor).ToUnixTimeSeconds()} {key}")}";

    /// <returns>The address; null where the link is too old, altered, or was made for something else.</returns>
    public string? Read(string token)
    {
        try
        {
            var parts = _protector.Unprotect(token).Split(' ', 2);
            return long.Parse(parts[0], CultureInfo.InvariantCulture) > clock.GetUtcNow().ToUnixTimeSeconds() ? parts[1] : null;
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
