using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.OpenApi;
using Solidarity.Web.People;
using Solidarity.Web.Safety;

namespace Solidarity.Web.Api;

/// <summary>The JSON API, version 1: described at /openapi/v1.json, errors as RFC 9457 problem details.</summary>
public static class JsonApi
{
    public static IServiceCollection AddJsonApi(this IServiceCollection services)
    {
        services.AddProblemDetails();
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        });
        services.AddExceptionHandler<RefusalAnswers>();
        return services.AddOpenApi("v1", openApi => openApi.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Solidarity",
                Version = "1",
                Description = "Projects, campaigns and gifts. Amounts are whole numbers of minor units (cents) of the currency beside them.",
            };
            document.Servers = [];
            return Task.CompletedTask;
        }));
    }

    public static void MapJsonApi(this IEndpointRouteBuilder app)
    {
        app.MapOpenApi().ForEveryone();
        var api = app.MapGroup("/api/v1").DisableAntiforgery().RequireRateLimiting(SafetySetup.Reading).ForEveryone();
        api.MapProjects();
        api.MapCampaigns();
        api.MapDonations();
        api.MapGifts();
    }
}
