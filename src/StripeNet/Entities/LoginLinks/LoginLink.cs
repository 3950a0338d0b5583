namespace Stripe;

/// <summary>Opens the Express Dashboard of a connected account, once. Source: https://docs.stripe.com/api/accounts/login_link/object.</summary>
public class LoginLink : StripeEntity<LoginLink>, IHasObject
{
    public string Object { get; set; } = null!;

    /// <summary>UTC.</summary>
    public DateTime Created { get; set; } = DateTime.UnixEpoch;

    public string Url { get; set; } = null!;
}
