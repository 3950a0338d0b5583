using Solidarity.Domain.Donations;
using static Solidarity.Domain.Donations.DonationStatus;

namespace Solidarity.Domain.Tests.Donations;

public class DonationStatesTests
{
    private static readonly Dictionary<DonationStatus, DonationStatus[]> Table = new()
    {
        [Started] = [Processing, Paid, Failed, Expired],
        [Processing] = [Paid, Failed],
        [Paid] = [PartlyRefunded, Refunded, Disputed],
        [PartlyRefunded] = [Paid, PartlyRefunded, Refunded, Disputed],
        [Refunded] = [Paid, PartlyRefunded],
        [Disputed] = [Paid, PartlyRefunded, Refunded, Lost],
        [Lost] = [],
        [Failed] = [],
        [Expired] = [],
    };

    /// <summary>A way to each state, by moves that are allowed.</summary>
    private static readonly Dictionary<DonationStatus, DonationStatus[]> Paths = new()
    {
        [Started] = [],
        [Processing] = [Processing],
        [Paid] = [Paid],
        [PartlyRefunded] = [Paid, PartlyRefunded],
        [Refunded] = [Paid, Refunded],
        [Disputed] = [Paid, Disputed],
        [Lost] = [Paid, Disputed, Lost],
        [Failed] = [Failed],
        [Expired] = [Expired],
    };

    public static TheoryData<DonationStatus, DonationStatus> Pairs()
    {
        var pairs = new TheoryData<DonationStatus, DonationStatus>();
        foreach (var from in Enum.GetValues<DonationStatus>())
        {
            foreach (var to in Enum.GetValues<DonationStatus>())
                pairs.Add(from, to);
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Moves_as_the_table_says_and_no_other_way(DonationStatus from, DonationStatus to)
    {
        var donation = In(from);
        var before = donation.Moves.Count;
        Assert.Equal(Table[from].Contains(to), DonationStates.Allows(from, to));
        if (Table[from].Contains(to))
        {
            donation.MoveTo(to, FakeClock.Noon, "re_1");
            Assert.Equal(to, donation.Status);
            var move = donation.Moves[^1];
            Assert.Equal((donation.Id, from, to, FakeClock.Noon, "re_1"), (move.DonationId, move.From, move.To, move.At, move.By));
        }
        else
        {
            Assert.Equal(Reason.MoveNotAllowed, Assert.Single(Assert.Throws<Refusal>(() => donation.MoveTo(to, FakeClock.Noon, "re_1")).Problems).Reason);
            Assert.Equal((from, before), (donation.Status, donation.Moves.Count));
        }
    }

    [Fact]
    public void Paid_at_is_the_first_time_not_the_day_a_dispute_was_won()
    {
        var donation = In(Disputed);
        donation.MoveTo(Paid, FakeClock.Noon.AddDays(60), "dp_1");
        Assert.Equal(FakeClock.Noon, donation.PaidAt);
    }

    [Fact]
    public void The_way_to_checkout_is_open_only_while_nothing_is_decided()
    {
        foreach (var status in Enum.GetValues<DonationStatus>())
            Assert.Equal(status == Started, In(status).CheckoutUrl is not null);
    }

    [Fact]
    public void A_declined_card_is_noted_once_and_moves_nothing()
    {
        var donation = In(Started);
        donation.NoteDeclined(FakeClock.Noon, "ch_1");
        donation.NoteDeclined(FakeClock.Noon.AddMinutes(1), "ch_1");
        donation.NoteDeclined(FakeClock.Noon.AddMinutes(2), "ch_2");
        Assert.Equal(Started, donation.Status);
        Assert.Equal(["ch_1", "ch_2"], donation.Moves.Select(m => m.By));
        Assert.All(donation.Moves, m => Assert.Equal((Started, Started), (m.From, m.To)));
    }

    [Fact]
    public void Every_state_says_whether_it_is_open() =>
        Assert.Equal([Started, Processing], Enum.GetValues<DonationStatus>().Where(s => s.IsOpen()));

    private static Donation In(DonationStatus status)
    {
        var donation = new Donation
        {
            Id = Guid.NewGuid(),
            Token = "token",
            CheckoutUrl = "https://checkout.example.org",
            CurrencyCode = "EUR",
            AmountMinor = 2500,
            Email = "ann@example.org",
            Language = "en",
            StartedAt = FakeClock.Noon,
        };
        foreach (var step in Paths[status])
            donation.MoveTo(step, FakeClock.Noon, "ch_0");
        return donation;
    }
}
