using Solidarity.StripeSandbox;

var builder = WebApplication.CreateBuilder(args);
var settings = new Settings(builder.Configuration);
builder.WebHost.UseUrls($"http://127.0.0.1:{settings.Port}");
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));

builder.Services.AddSingleton(settings);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<SandboxClock>();
builder.Services.AddSingleton<Chaos>();
builder.Services.AddSingleton<WebhookTarget>();
builder.Services.AddSingleton<Sandbox>();
builder.Services.AddSingleton<ApiHandler>();
builder.Services.AddSingleton<WebhookSender>();
builder.Services.AddHostedService(services => services.GetRequiredService<WebhookSender>());
builder.Services.AddHostedService<Heartbeat>();

var app = builder.Build();
app.MapHome();
app.MapApi();
app.MapCheckout();
app.MapOnboarding();
app.MapControl();
app.Run();

/// <summary>A stand-in for Stripe. Public so that tests can start it.</summary>
public partial class Program;
