namespace Stripe;

/// <summary>Takes the place of a kind of object of which only the id is read.</summary>
internal sealed class UnmappedObject : StripeEntity<UnmappedObject>, IHasId, IHasObject
{
    public string Id { get; set; } = null!;

    public string Object { get; set; } = null!;
}
