namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/invoices/list.</summary>
public class InvoiceListOptions : ListOptions
{
    /// <summary><c>charge_automatically</c>, <c>send_invoice</c>.</summary>
    public string? CollectionMethod { get; set; }

    public DateRangeOptions? Created { get; set; }

    public string? Customer { get; set; }

    public string? CustomerAccount { get; set; }

    public DateRangeOptions? DueDate { get; set; }

    /// <summary><c>draft</c>, <c>open</c>, <c>paid</c>, <c>uncollectible</c>, <c>void</c>.</summary>
    public string? Status { get; set; }

    public string? Subscription { get; set; }
}
