namespace Solidarity.App.Tests.Site;

/// <summary>Test numbers of https://docs.stripe.com/testing.</summary>
public static class Cards
{
    public const string Pays = "4242424242424242";
    public const string Declined = "4000000000000002";
    public const string AsksTheBank = "4000002760003184";
    public const string Disputed = "4000000000000259";
    public const string DebitPays = "DE89370400440532013000";
    public const string DebitFails = "DE62370400440532013001";
}
