namespace Solidarity.StripeSandbox.Api;

/// <summary>One address of the API: its parameters and what it does.</summary>
internal sealed record ApiRoute(string Method, string Path, Shape Shape, Func<Call, JsonObject> Answer)
{
    public static ApiRoute Get(string path, Func<Call, JsonObject> answer) => new("GET", path, new Shape().AsRequest(), answer);

    public static ApiRoute List(string path, Shape shape, Func<Call, JsonObject> answer) => new("GET", path, shape.AsList(), answer);

    public static ApiRoute Post(string path, Shape shape, Func<Call, JsonObject> answer) => new("POST", path, shape.AsRequest(), answer);
}
