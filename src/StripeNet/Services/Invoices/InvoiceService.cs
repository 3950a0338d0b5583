namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/invoices.</summary>
public class InvoiceService(IStripeClient client) : Service(client)
{
    public virtual Task<Invoice> GetAsync(
        string id, InvoiceGetOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        RequestAsync<Invoice>(HttpMethod.Get, $"/v1/invoices/{Segment(id)}", options, requestOptions, cancellationToken);

    public virtual Task<StripeList<Invoice>> ListAsync(
        InvoiceListOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        RequestAsync<StripeList<Invoice>>(HttpMethod.Get, "/v1/invoices", options, requestOptions, cancellationToken);

    /// <summary>Every object, page after page.</summary>
    public virtual IAsyncEnumerable<Invoice> ListAutoPagingAsync(
        InvoiceListOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        ListRequestAutoPagingAsync<Invoice>("/v1/invoices", options, requestOptions, cancellationToken);
}
