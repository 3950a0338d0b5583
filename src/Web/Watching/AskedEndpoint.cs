namespace Solidarity.Web.Watching;

/// <summary>
/// What a request asked, however it was answered: a page that says what went wrong is run at an address of its own in place of what failed, and the server
/// counts a request by the endpoint that it ends with.
/// </summary>
internal sealed class AskedEndpoint
{
    private bool _isKnown;

    /// <summary>Null where no address of the application was asked, or nobody knows yet.</summary>
    public Endpoint? Endpoint { get; private set; }

    /// <summary>Before everything that may answer with an error page.</summary>
    public static void Keep(IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var asked = new AskedEndpoint();
        context.Features.Set(asked);
        await next(context);
        if (asked._isKnown)
            context.SetEndpoint(asked.Endpoint);
    });

    /// <summary>After routing; the page of an error comes here a second time.</summary>
    public static void Note(IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Features.Get<AskedEndpoint>() is { _isKnown: false } asked)
            (asked._isKnown, asked.Endpoint) = (true, context.GetEndpoint());
        return next(context);
    });
}
