namespace Stripe.Checkout;

public class SessionBrandingSettingsOptions : INestedOptions
{
    public string? BackgroundColor { get; set; }

    /// <summary><c>pill</c>, <c>rectangular</c>, <c>rounded</c>.</summary>
    public string? BorderStyle { get; set; }

    public string? ButtonColor { get; set; }

    public string? DisplayName { get; set; }

    public string? FontFamily { get; set; }
}
