using System.Runtime.CompilerServices;

namespace Stripe;

public abstract class Service
{
    protected Service(IStripeClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        Client = client;
    }

    public IStripeClient Client { get; }

    private protected Task<T> RequestAsync<T>(
        HttpMethod method,
        string path,
        BaseOptions? options,
        RequestOptions? requestOptions,
        CancellationToken cancellationToken)
        where T : IStripeEntity => Client.RequestAsync<T>(method, path, options, requestOptions, cancellationToken);

    /// <summary>
    /// All pages, one request when its first object is asked for. With <see cref="ListOptions.EndingBefore"/> the walk goes
    /// backwards, as in Stripe.net. The caller's options stay as they are.
    /// </summary>
    private protected async IAsyncEnumerable<T> ListRequestAutoPagingAsync<T>(
        string path,
        ListOptions? options,
        RequestOptions? requestOptions,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : IHasId
    {
        var page = (ListOptions?)options?.Clone() ?? new ListOptions();
        var backwards = !string.IsNullOrEmpty(page.EndingBefore);
        while (true)
        {
            var list = await Client.RequestAsync<StripeList<T>>(HttpMethod.Get, path, page, requestOptions, cancellationToken);
            foreach (var item in backwards ? list.Data.AsEnumerable().Reverse() : list.Data)
                yield return item;
            if (!list.HasMore || list.Data.Count == 0)
                yield break;
            if (backwards)
                page.EndingBefore = list.Data[0].Id;
            else
                page.StartingAfter = list.Data[^1].Id;
        }
    }

    /// <summary>An empty id would turn "this one" into "all of them".</summary>
    private protected static string Segment(string id)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        return Uri.EscapeDataString(id);
    }
}
