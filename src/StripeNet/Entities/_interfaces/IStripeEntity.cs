namespace Stripe;

/// <summary>Anything parsed from an answer of Stripe.</summary>
public interface IStripeEntity
{
    StripeResponse? StripeResponse { get; set; }
}
