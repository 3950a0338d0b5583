namespace Stripe;

/// <summary>Up to 50 keys of 40 characters with values of 500. Source: https://docs.stripe.com/metadata.</summary>
public interface IHasMetadata
{
    Dictionary<string, string> Metadata { get; set; }
}
