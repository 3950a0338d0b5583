namespace Solidarity.StripeSandbox.Checkout;

/// <summary>303: the browser fetches the next page with GET, whatever it did before (RFC 9110, 15.4.4).</summary>
internal sealed class SeeOtherResult(string address) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = address.StartsWith('/') ? address : new Uri(address).AbsoluteUri;
        return Task.CompletedTask;
    }
}
