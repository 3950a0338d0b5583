using System.Security.Cryptography;
using System.Text;

namespace Solidarity.Domain;

/// <summary>What is kept of a random secret: SHA-256 in capital hexadecimal, 64 characters. Not for passwords, which are guessable.</summary>
public static class SecretHash
{
    public const int Length = 64;

    public static string Of(string secret) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
