using System.Buffers.Text;
using System.Security.Cryptography;

namespace Solidarity.Domain;

/// <summary>Secrets that travel in links: 160 random bits in base64url, 27 characters.</summary>
public static class UnguessableToken
{
    public const int Length = 27;

    public static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(20));
}
