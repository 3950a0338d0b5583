namespace Stripe;

public static class StripeConfiguration
{
    /// <summary>The API version every request asks for and every entity here is written against.</summary>
    public static string ApiVersion => Stripe.ApiVersion.Current;

    public static string MajorApiVersion => Stripe.ApiVersion.CurrentMajor;
}
