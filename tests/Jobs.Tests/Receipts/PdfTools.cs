using System.Diagnostics;

namespace Solidarity.Jobs.Tests.Receipts;

/// <summary>Poppler's commands (Debian: poppler-utils), as a reader of PDF files that is not ours.</summary>
internal static class PdfTools
{
    public static string Text(byte[] pdf) => Run(pdf, "pdftotext", "-layout", "{file}", "-");

    public static string Info(byte[] pdf) => Run(pdf, "pdfinfo", "{file}");

    public static string Fonts(byte[] pdf) => Run(pdf, "pdffonts", "{file}");

    public static string Structure(byte[] pdf) => Run(pdf, "pdfinfo", "-struct-text", "{file}");

    private static string Run(byte[] pdf, string command, params string[] arguments)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, pdf);
            var start = new ProcessStartInfo(command, arguments.Select(a => a == "{file}" ? file : a))
            {
                RedirectStandardOutput = true,
                StandardOutputEncoding = System.Text.Encoding.UTF8,
            };
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return output;
        }
        finally
        {
            File.Delete(file);
        }
    }
}

/// <summary>A test that reads a PDF with Poppler, and is skipped, saying so, where Poppler is not installed.</summary>
internal sealed class PopplerFactAttribute : FactAttribute
{
    public PopplerFactAttribute() => Skip = Poppler.Missing;
}

internal sealed class PopplerTheoryAttribute : TheoryAttribute
{
    public PopplerTheoryAttribute() => Skip = Poppler.Missing;
}

internal static class Poppler
{
    public static readonly string? Missing =
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "pdftotext")))
            ? null
            : "pdftotext is not installed (Debian: poppler-utils)";
}
