namespace Stripe;

/// <summary>A link to the Express dashboard that works once. Source: https://docs.stripe.com/api/accounts/login_link/object.</summary>
public class LoginLink : StripeEntity<LoginLink>, IHasObject
{
    public string Object { get; set; } = null!;

    /// <summary>UTC.</summary>
    public DateTime Created { get; set; } = DateTime.UnixEpoch;

    public string Url { get; set; } = null!;
}
