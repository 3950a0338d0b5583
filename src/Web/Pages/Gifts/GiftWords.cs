using Solidarity.Domain.Donations;

namespace Solidarity.Web.Pages.Gifts;

/// <summary>What the page says at its top: the donation's state, and for one that was begun, what is known beyond it. Names the texts in Gifts.resx.</summary>
public enum GiftWords { Waiting, Back, Declined, Processing, Paid, PartlyRefunded, Refunded, Disputed, Lost, Failed, Expired }

public static class GiftWordsOf
{
    /// <param name="done">The browser comes from the payment page's end: what was declined before is past. It proves nothing, and moves nothing.</param>
    /// <param name="back">The giver turned round at the payment page. Proves nothing either.</param>
    public static GiftWords Words(this Donation donation, IEnumerable<TraceStep> trace, bool done, bool back) => donation.Status switch
    {
        DonationStatus.Started when !done && trace.Any(s => s.What == TraceEvent.Declined) => GiftWords.Declined,
        DonationStatus.Started when !done && back => GiftWords.Back,
        var status => status.Words(),
    };

    /// <summary>What the state alone says.</summary>
    public static GiftWords Words(this DonationStatus status) => status switch
    {
        DonationStatus.Started => GiftWords.Waiting,
        DonationStatus.Processing => GiftWords.Processing,
        DonationStatus.Paid => GiftWords.Paid,
        DonationStatus.PartlyRefunded => GiftWords.PartlyRefunded,
        DonationStatus.Refunded => GiftWords.Refunded,
        DonationStatus.Disputed => GiftWords.Disputed,
        DonationStatus.Lost => GiftWords.Lost,
        DonationStatus.Failed => GiftWords.Failed,
        _ => GiftWords.Expired,
    };

    /// <summary>The stamp's colour: class names of the stylesheet.</summary>
    public static string Tone(this GiftWords words) => words switch
    {
        GiftWords.Paid or GiftWords.PartlyRefunded or GiftWords.Refunded => "good",
        GiftWords.Declined or GiftWords.Lost or GiftWords.Failed or GiftWords.Expired => "bad",
        _ => "wait",
    };

    /// <summary>Something may change within minutes.</summary>
    public static bool IsWaiting(this GiftWords words) => words is GiftWords.Waiting or GiftWords.Back or GiftWords.Declined;
}
