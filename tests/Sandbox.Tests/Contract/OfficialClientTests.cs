using System.Diagnostics;
using System.Runtime.CompilerServices;
using Solidarity.Sandbox.Tests.Webhooks;

namespace Solidarity.Sandbox.Tests.Contract;

/// <summary>Stripe's own npm package as the client: what it can use, ours can.</summary>
public sealed class OfficialClientTests
{
    [Fact]
    public async Task The_official_client_works_with_the_sandbox()
    {
        await using var site = await Receiver.Start();
        using var sandbox = new SandboxProcess();
        await sandbox.Start(("SANDBOX_WEBHOOK_URL", site.Url), ("SANDBOX_WEBHOOK_SECRET", Receiver.Secret));
        var account = (await sandbox.Stripe.Post("/v1/accounts", ("type", "express"), ("country", "BE"))).Ok().Id;
        await sandbox.Control($"accounts/{account}", ("transfers", "active"));
        var session = (await sandbox.Stripe.Post("/v1/checkout/sessions", Journey.SessionFields())).Ok();
        await sandbox.PayByCard(session.Text("url"));
        var charge = Assert.Single((await sandbox.Stripe.Get("/v1/charges")).Ok().Data)["id"]!.ToString();
        var webhook = (await site.Until(all => all.Count > 0))[0];
        var input = new JsonObject { ["body"] = webhook.Body, ["signature"] = webhook.Signature, ["secret"] = Receiver.Secret };

        await Install();
        var output = await Run("node", ["client.mjs", sandbox.Address.AbsoluteUri, charge, account], input.ToJsonString());
        Assert.Contains("Stripe's own client is content.", output, StringComparison.Ordinal);
    }

    /// <summary>Once: npm writes its own lock file into node_modules, which tells whether it is still what is asked for.</summary>
    private static async Task Install()
    {
        var asked = Path.Combine(Folder(), "package-lock.json");
        var installed = Path.Combine(Folder(), "node_modules", ".package-lock.json");
        if (!File.Exists(installed) || File.GetLastWriteTimeUtc(installed) < File.GetLastWriteTimeUtc(asked))
            await Run("npm", ["ci", "--ignore-scripts"], "");
    }

    private static async Task<string> Run(string program, string[] arguments, string input)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder(),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await process.WaitForExitAsync(deadline.Token);
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{await output}\n{await errors}");
        return await output;
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "npm");
}
