namespace Solidarity.StripeSandbox.Checkout;

internal static class PostedForm
{
    /// <summary>The posted fields; none where something else than a form was posted.</summary>
    public static async Task<IFormCollection> Read(HttpRequest request)
    {
        try
        {
            return request.HasFormContentType ? await request.ReadFormAsync(request.HttpContext.RequestAborted) : FormCollection.Empty;
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or BadHttpRequestException)
        {
            return FormCollection.Empty;
        }
    }
}
