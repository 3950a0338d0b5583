namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/disputes/close.</summary>
public class DisputeCloseOptions : BaseOptions
{
}
