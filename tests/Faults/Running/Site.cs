using Solidarity.Domain;
using Solidarity.TestDatabases;

namespace Solidarity.Faults.Running;

/// <summary>The site with its own port and data folder, which may be killed and started as often as one likes.</summary>
/// <param name="front">Where visitors find it, if not at its own address.</param>
internal sealed class Site(string folder, Sandbox sandbox, Uri? front = null) : IAsyncDisposable
{
    private readonly Port _port = Port.Claim();
    private Started? _program;

    public Uri Address => new($"http://127.0.0.1:{_port.Number}");

    public string Data => Path.Combine(folder, "data");

    public string Mailbox => Path.Combine(Data, "mailbox");

    /// <summary>Settings beyond the ones that every run needs.</summary>
    public Dictionary<string, string> More { get; } = [];

    /// <summary>All that every process of this site wrote.</summary>
    public List<string> Log { get; } = [];

    public bool IsRunning => _program is { IsRunning: true };

    /// <summary>What the present process wrote.</summary>
    public string Said => _program?.Said ?? "";

    public void Start()
    {
        if (_program is not null)
            Forget();
        _program = Started.Program("Web", Environment());
    }

    /// <summary>Waits until it answers; false if it ended or did not answer in time.</summary>
    public async Task<bool> AnswersAsync(HttpClient http, TimeSpan within)
    {
        using var patience = new CancellationTokenSource(within);
        while (!patience.IsCancellationRequested && _program is { IsRunning: true })
        {
            try
            {
                using var answer = await http.GetAsync(new Uri(Address, "/health/live"), patience.Token);
                if (answer.IsSuccessStatusCode)
                    return true;
            }
            catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
            {
                // Not yet.
            }

            await Task.Delay(50);
        }

        return false;
    }

    public async Task StartAsync(HttpClient http)
    {
        Start();
        if (!await AnswersAsync(http, TimeSpan.FromMinutes(4)))
            throw new InvalidOperationException($"The site did not start:\n{_program!.Said}");
    }

    public Task PauseAsync() => _program!.PauseAsync();

    public Task ResumeAsync() => _program!.ResumeAsync();

    public async Task KillAsync()
    {
        await _program!.KillAsync();
        Forget();
    }

    public async Task StopAsync()
    {
        await _program!.StopAsync();
        Forget();
    }

    /// <summary>Runs a command of the program, in this site's data or another.</summary>
    public Task<(int ExitCode, string Said)> CommandAsync(string command, string? data = null) => RunAsync(data ?? Data, command);

    /// <summary>Runs a command of the program with its arguments, in some folder of data.</summary>
    public async Task<(int ExitCode, string Said)> RunAsync(string data, params string[] command)
    {
        var environment = Environment(data);
        using var program = Started.Program("Web", environment, command);
        var exit = await program.EndedAsync();
        return (exit, program.Said);
    }

    /// <summary>The site's own database, read and filled beside it.</summary>
    public SolidarityDb Database(string? data = null) => OwnDatabase.Of(data ?? Data).Open();

    public async ValueTask DisposeAsync()
    {
        if (_program is { IsRunning: true })
            await _program.StopAsync();
        _program?.Dispose();
        _port.Dispose();
    }

    private void Forget()
    {
        Log.Add(_program!.Said);
        _program.Dispose();
        _program = null;
    }

    private Dictionary<string, string> Environment(string? data = null)
    {
        var all = Usual(data ?? Data);
        foreach (var (name, value) in More)
            all[name] = value;
        return all;
    }

    private Dictionary<string, string> Usual(string data) => new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Development",
        ["ASPNETCORE_URLS"] = Address.ToString(),
        ["Site__PublicUrl"] = (front ?? Address).ToString(),
        ["SOLIDARITY_DATA"] = data,
        ["Database__Provider"] = TestProvider.Name,
        ["ConnectionStrings__Solidarity"] = OwnDatabase.Of(data).ConnectionString,
        ["Stripe__ApiKey"] = Sandbox.Key,
        ["Stripe__ApiBase"] = sandbox.Address.ToString(),
        ["Stripe__WebhookSecret"] = Sandbox.Secret,
        ["Sealing__Secret"] = "the same for every node, as in production",
        // All givers come from one address here.
        ["Limits__GiftsPerMinute"] = "1000000",
        ["Limits__MealsPerHour"] = "1000000",
        ["Limits__DeclinesPerHour"] = "1000000",
        ["Limits__ReadsPerMinute"] = "1000000",
        // What a killed process held is taken up again soon.
        ["Jobs__LeaseSeconds"] = "3",
        ["Logging__LogLevel__Default"] = "Warning",
    };
}
