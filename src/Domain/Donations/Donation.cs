using Solidarity.Domain.People;

namespace Solidarity.Domain.Donations;

/// <summary>One payment by one giver, made of lines. Saved before Stripe is asked for anything.</summary>
public class Donation
{
    private string _email = "";

    public required Guid Id { get; init; }

    /// <summary>The secret of the giver's page, /gifts/{token}.</summary>
    public required string Token { get; init; }

    /// <summary>
    /// The giving form's own key with a digest of what was asked, so that the same form sent twice finds this donation again.
    /// Null once it failed or expired: then the same form may begin anew.
    /// </summary>
    public string? FormKey { get; internal set; }

    /// <summary>Moved by <see cref="DonationStates"/> alone.</summary>
    public DonationStatus Status { get; internal set; }

    public required string CurrencyCode { get; init; }

    /// <summary>All lines together: what the giver pays.</summary>
    public required long AmountMinor { get; init; }

    /// <summary>As the giver wrote it; once erased an <see cref="ErasedAddress"/>.</summary>
    public required string Email
    {
        get => _email;
        init => (_email, EmailKey) = (value, EmailAddress.ToKey(value) ?? value);
    }

    /// <summary>The form by which all gifts of an address are found, however each was written: <see cref="EmailAddress.ToKey"/>.</summary>
    public string EmailKey { get; private set; } = "";

    /// <summary>When name, message and address were erased at the giver's wish; the money's own figures stay.</summary>
    public DateTimeOffset? ErasedAt { get; private set; }

    public string? Name { get; init; }

    /// <summary>Words for the wall.</summary>
    public string? Message { get; init; }

    /// <summary>When a moderator took the words off the wall; null while they may stand there.</summary>
    public DateTimeOffset? WordsHiddenAt { get; set; }

    /// <summary>The public sees "anonymous" instead of the name.</summary>
    public bool HiddenFromPublic { get; init; }

    /// <summary>The project's owner does not see the name either.</summary>
    public bool HiddenFromOwner { get; init; }

    /// <summary>The giver asked for the project's updates: a follow once the gift is paid.</summary>
    public bool WantsUpdates { get; internal set; }

    /// <summary>The language of mails and receipt.</summary>
    public required string Language { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When Stripe says that the charge succeeded.</summary>
    public DateTimeOffset? PaidAt { get; internal set; }

    public string? SessionId { get; set; }

    /// <summary>Stripe's checkout page for this donation, while it is open.</summary>
    public string? CheckoutUrl { get; set; }

    public string? ChargeId { get; set; }

    /// <summary>Stripe's fee on the charge, known once Stripe has booked it.</summary>
    public long? FeeMinor { get; set; }

    /// <summary>What was paid with, for receipts: "Visa •••• 4242", "SEPA •••• 3000".</summary>
    public string? PaidWith { get; set; }

    public long RefundedMinor { get; set; }

    /// <summary>When the chasing job last asked Stripe about it.</summary>
    public DateTimeOffset? ChasedAt { get; set; }

    public Guid Version { get; set; }

    /// <summary>In whose name it is given; null for most.</summary>
    public Dedication? Dedication { get; internal set; }

    public List<DonationLine> Lines { get; } = [];

    public List<DonationMove> Moves { get; } = [];

    /// <summary>The form's own word out of <see cref="FormKey"/>, without the digest of what was asked.</summary>
    public string? FormPart => FormKey?[..FormKey.IndexOf(':', StringComparison.Ordinal)];

    /// <summary>Leads to nobody from now on; the name and the words are for <see cref="EraseAddress"/> to take.</summary>
    internal void EraseGiver(DateTimeOffset now) =>
        (_email, EmailKey, FormKey, WantsUpdates, ErasedAt) = (ErasedAddress.Of(Id), ErasedAddress.Of(Id), null, false, now);

    public Currency Currency => Currency.Of(CurrencyCode);

    public Money Amount => new(AmountMinor, Currency);

    /// <summary>The lines of money for a campaign: the gift and the fees added to it.</summary>
    public IEnumerable<DonationLine> CampaignLines => Lines.Where(line => line.CampaignId is not null);
}
