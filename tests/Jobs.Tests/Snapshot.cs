using System.Runtime.CompilerServices;

namespace Solidarity.Jobs.Tests;

/// <summary>
/// Compares a text with the one kept beside the test, in files named as Verify names them. On a difference the new text is left as
/// <c>.received.txt</c>: read it, and if it is right, rename it to <c>.verified.txt</c>.
/// </summary>
internal static class Snapshot
{
    public static void Verify(string text, string? parameters = null, [CallerFilePath] string file = "", [CallerMemberName] string method = "")
    {
        var stem = Path.Combine(
            Path.GetDirectoryName(file)!,
            Path.GetFileNameWithoutExtension(file) + "." + method + (parameters is null ? "" : "_" + parameters));
        var verified = stem + ".verified.txt";
        var received = stem + ".received.txt";
        var now = text.ReplaceLineEndings("\n");
        if (File.Exists(verified) && File.ReadAllText(verified).ReplaceLineEndings("\n") == now)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, now);
        Assert.Fail($"{Path.GetFileName(received)} differs from {Path.GetFileName(verified)}:\n{now}");
    }
}
