using System.Security.Cryptography;

namespace Solidarity.Web.Backups;

internal static class HashedCopy
{
    private const int Size = 128 * 1024;

    /// <summary>Copies all of it, and says how much that was and its SHA-256 in small hexadecimal digits.</summary>
    public static async Task<(long Bytes, string Sha256)> CopyHashedAsync(this Stream from, Stream to, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[Size];
        var all = 0L;
        for (int read; (read = await from.ReadAsync(buffer, cancel)) > 0; all += read)
        {
            hash.AppendData(buffer.AsSpan(0, read));
            await to.WriteAsync(buffer.AsMemory(0, read), cancel);
        }

        return (all, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
