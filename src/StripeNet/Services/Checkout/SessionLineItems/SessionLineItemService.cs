namespace Stripe.Checkout;

/// <summary>Source: https://docs.stripe.com/api/checkout/sessions/line_items.</summary>
public class SessionLineItemService(IStripeClient client) : Service(client)
{
    public virtual Task<StripeList<LineItem>> ListAsync(
        string parentId, SessionLineItemListOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        RequestAsync<StripeList<LineItem>>(HttpMethod.Get, $"/v1/checkout/sessions/{Segment(parentId)}/line_items", options, requestOptions, cancellationToken);

    /// <summary>Every object, page after page.</summary>
    public virtual IAsyncEnumerable<LineItem> ListAutoPagingAsync(
        string parentId, SessionLineItemListOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        ListRequestAutoPagingAsync<LineItem>($"/v1/checkout/sessions/{Segment(parentId)}/line_items", options, requestOptions, cancellationToken);
}
