namespace Solidarity.Payments.Tests.Running;

/// <summary>Test numbers of https://docs.stripe.com/testing.</summary>
public static class Cards
{
    public const string Pays = "4242424242424242";
    public const string Declines = "4000000000000002";
    public const string FailsRefunds = "4000000000005126";
}
