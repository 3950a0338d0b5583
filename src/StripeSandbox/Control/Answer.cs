namespace Solidarity.StripeSandbox.Control;

internal static class Answer
{
    public static IResult Ok(JsonObject body) => Results.Text(body.ToJsonString() + "\n", "application/json");

    public static IResult Refused(string message, int status = 400) =>
        Results.Text(new JsonObject { ["error"] = new JsonObject { ["message"] = message } }.ToJsonString() + "\n", "application/json", statusCode: status);
}
