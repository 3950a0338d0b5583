namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/events/list.</summary>
public class EventListOptions : ListOptions
{
    public DateRangeOptions? Created { get; set; }

    public bool? DeliverySuccess { get; set; }

    public string? Type { get; set; }

    public List<string>? Types { get; set; }
}
