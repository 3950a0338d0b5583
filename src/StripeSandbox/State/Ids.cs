using System.Security.Cryptography;

namespace Solidarity.StripeSandbox.State;

/// <summary>Unguessable ids with Stripe's prefixes, as https://docs.stripe.com/api shows them.</summary>
internal static class Ids
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    public static string New(string prefix, int length = 24) =>
        prefix + RandomNumberGenerator.GetString(Alphabet, length);
}
