namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/customers.</summary>
public class CustomerService(IStripeClient client) : Service(client)
{
    public virtual Task<Customer> CreateAsync(
        CustomerCreateOptions options, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        RequestAsync<Customer>(HttpMethod.Post, "/v1/customers", options, requestOptions, cancellationToken);

    public virtual Task<Customer> DeleteAsync(
        string id, CustomerDeleteOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        RequestAsync<Customer>(HttpMethod.Delete, $"/v1/customers/{Segment(id)}", options, requestOptions, cancellationToken);

    public virtual Task<Customer> GetAsync(
        string id, CustomerGetOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        RequestAsync<Customer>(HttpMethod.Get, $"/v1/customers/{Segment(id)}", options, requestOptions, cancellationToken);

    public virtual Task<StripeList<Customer>> ListAsync(
        CustomerListOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        RequestAsync<StripeList<Customer>>(HttpMethod.Get, "/v1/customers", options, requestOptions, cancellationToken);

    /// <summary>Every object, page after page.</summary>
    public virtual IAsyncEnumerable<Customer> ListAutoPagingAsync(
        CustomerListOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        ListRequestAutoPagingAsync<Customer>("/v1/customers", options, requestOptions, cancellationToken);

    public virtual Task<Customer> UpdateAsync(
        string id, CustomerUpdateOptions options, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        RequestAsync<Customer>(HttpMethod.Post, $"/v1/customers/{Segment(id)}", options, requestOptions, cancellationToken);
}
