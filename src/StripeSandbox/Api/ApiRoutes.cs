namespace Solidarity.StripeSandbox.Api;

internal static class ApiRoutes
{
    /// <summary>Every endpoint, topic by topic.</summary>
    private static IEnumerable<ApiRoute> All =>
    [
        .. SessionEndpoints.All, .. IntentEndpoints.All, .. ChargeEndpoints.All, .. RefundEndpoints.All, .. DisputeEndpoints.All,
        .. CustomerEndpoints.All, .. BalanceEndpoints.All, .. PayoutEndpoints.All, .. AccountEndpoints.All, .. TransferEndpoints.All,
        .. EventEndpoints.All,
    ];

    public static void MapApi(this WebApplication app)
    {
        var handler = app.Services.GetRequiredService<ApiHandler>();
        foreach (var endpoint in All)
            app.MapMethods(endpoint.Path, [endpoint.Method], (HttpContext http) => handler.Handle(http, endpoint));
        app.Map("/v1/{**rest}", (HttpContext http) => handler.Handle(http, Unknown(http.Request)));
    }

    private static ApiRoute Unknown(HttpRequest request) => new(request.Method, request.Path, Shape.Anything, _ =>
        throw new StripeError(404, "invalid_request_error", $"Unrecognized request URL ({request.Method}: {request.Path}). Please see https://stripe.com/docs or we can help at https://support.stripe.com/."));
}
