using Solidarity.Browser.Tests.Running;
using Solidarity.Browser.Tests.Visiting;

namespace Solidarity.Browser.Tests;

/// <summary>A direct debit takes days: the gift's page says so, and there is no receipt before the money is there.</summary>
[Collection(OneInstallation.Name)]
public sealed class SepaTests(Installation installation)
{
    private static readonly TimeSpan UntilSettled = TimeSpan.FromSeconds(3700);

    [Theory]
    [ClassData(typeof(EveryVariant))]
    public Task A_debit_is_on_its_way_and_then_paid(Script script, Device device) => Visitor.VisitAsync(installation, new(script, device), nameof(SepaTests), async visitor =>
    {
        var words = visitor.Words;
        await OrderAsync(visitor, Giving.Iban);
        Assert.Equal(0, await installation.Api.TimesAsync(visitor.GiftToken, "receiptSent"));
        await using (await installation.Sandbox.ClockAheadAsync(UntilSettled))
            await visitor.WaitForHeadingAsync(words["Gifts.TitlePaid"]);
        await visitor.OpenMailAsync(words["ReceiptMail.Subject", words.Money(25_00)]);
    });

    [Theory]
    [ClassData(typeof(EveryVariant))]
    public Task A_debit_that_fails_is_said_on_the_page_and_by_mail(Script script, Device device) => Visitor.VisitAsync(installation, new(script, device), "SepaTests-failing", async visitor =>
    {
        var words = visitor.Words;
        await OrderAsync(visitor, Giving.FailingIban);
        var token = visitor.GiftToken;
        await using (await installation.Sandbox.ClockAheadAsync(UntilSettled))
            await visitor.WaitForHeadingAsync(words["Gifts.TitleFailed"]);
        await visitor.LookAsync("gift, failed");
        await visitor.OpenMailAsync(words["PaymentFailedMail.Subject", words.Money(25_00)]);
        await visitor.LookAsync("mail, failed");
        Assert.Equal(0, await installation.Api.TimesAsync(token, "receiptSent"));
        Assert.Equal(0, await installation.Sandbox.ChargesOfAsync(visitor.Email));
    });

    private static async Task OrderAsync(Visitor visitor, string iban)
    {
        await visitor.BeginAsync();
        await visitor.GoToPaymentAsync();
        await visitor.PayByDebitAsync(iban);
        await visitor.WaitForHeadingAsync(visitor.Words["Gifts.TitleProcessing"]);
        await visitor.LookAsync("gift, processing");
    }
}
