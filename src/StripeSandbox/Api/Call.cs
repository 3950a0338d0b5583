namespace Solidarity.StripeSandbox.Api;

/// <summary>One API request that passed every check of form: what an endpoint needs to answer it.</summary>
/// <param name="Work">The piece of work it is done in.</param>
/// <param name="Params">Query and body.</param>
/// <param name="Account">Whose account it acts in: the platform's, or the one of the Stripe-Account header.</param>
/// <param name="Id">The id in the path, empty where there is none.</param>
internal sealed record Call(Work Work, Params Params, string Account, string Id)
{
    public Store Store => Work.Store;

    public long Now => Work.Now;

    public bool IsPlatform => Account == Store.PlatformId;

    /// <summary>The object of the path's id.</summary>
    public T Subject<T>(string what)
        where T : Resource => Find<T>(Id) ?? throw Refuse.NotFound(what, Id, what.Replace(' ', '_'));

    /// <summary>An object of this account by an id in a parameter.</summary>
    public T Named<T>(string what, string param)
        where T : Resource =>
        Find<T>(Params.Required(param)) ?? throw Refuse.NoSuch(what, Params.Required(param), param);

    public T? Find<T>(string? id)
        where T : Resource => Store.Find<T>(id) is { } found && found.Account == Account ? found : null;

    public JsonObject Render(Resource resource) => resource.Render(Work.View);
}
