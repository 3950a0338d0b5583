namespace Stripe;

internal static class ApiVersion
{
    public const string Current = "2026-07-29.dahlia";
    public const string CurrentMajor = "dahlia";
}
