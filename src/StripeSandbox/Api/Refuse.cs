namespace Solidarity.StripeSandbox.Api;

/// <summary>The refusals that more than one endpoint makes, worded as Stripe's.</summary>
internal static class Refuse
{
    private const string Invalid = "invalid_request_error";

    /// <summary>A request that its parameters alone make wrong.</summary>
    public static StripeError Malformed(string message, string? code = null, string? param = null) =>
        new(400, Invalid, message) { Code = code, Param = param, BeforeExecution = true };

    /// <summary>A request that the state of things makes impossible.</summary>
    public static StripeError Impossible(string message, string? code = null, string? param = null) =>
        new(400, Invalid, message) { Code = code, Param = param };

    /// <summary>An id in the path that nothing answers to.</summary>
    public static StripeError NotFound(string what, string id, string param = "id") =>
        new(404, Invalid, $"No such {what}: '{id}'") { Code = "resource_missing", Param = param };

    /// <summary>An id in a parameter that nothing answers to: 400, as Stripe has it.</summary>
    public static StripeError NoSuch(string what, string id, string param) =>
        Impossible($"No such {what}: '{id}'", "resource_missing", param);

    public static StripeError Unauthorized(string message) => new(401, Invalid, message) { BeforeExecution = true };
}
