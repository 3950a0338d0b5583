using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Meals;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.Projects;

namespace Solidarity.Domain.Tests.Meals;

/// <summary>A programme with one restaurant and one ward, and a delivery with meals of some givers.</summary>
internal sealed class WardRows
{
    private readonly List<object> _rows = [];
    private readonly Campaign _campaign;
    private readonly MealSlot _slot;

    public WardRows()
    {
        var organisation = Seed.Organisation("programme");
        var cooking = Seed.Organisation("noodles");
        var partner = Seed.Partner(cooking, "acct_noodles");
        var project = Seed.Project(organisation, "programme");
        _campaign = Seed.Campaign(project, partner, "meals");
        var today = DateOnly.FromDateTime(FakeClock.Noon.UtcDateTime);
        var programme = new MealProgramme { CampaignId = _campaign.Id, UnitMinor = 1000, Rule = UndeliveredRule.Refund, DeliverBy = today.AddDays(60), WeeksAhead = 2 };
        Cook = new MealPartner
        {
            Id = Guid.NewGuid(),
            CampaignId = _campaign.Id,
            PartnerId = partner.Id,
            Words = "Noodles",
            Language = "en",
            City = "Brussels",
            Per = CapacityPer.Week,
            Capacity = 1000,
            Days = (OpenDays)127,
            AppliedAt = FakeClock.Noon,
        };
        Ward = new CareSite
        {
            Id = Guid.NewGuid(),
            CampaignId = _campaign.Id,
            Name = "Saint Mary",
            Ward = "Children",
            Street = "1 Hospital Street",
            PostalCode = "1000",
            City = "Brussels",
            Contact = "Head nurse",
            ContactEmail = "Ward@example.org",
            Language = "nl",
        };
        _slot = new MealSlot { Id = Guid.NewGuid(), MealPartnerId = Cook.Id, Starts = today };
        Delivery = new MealDelivery
        {
            Id = Guid.NewGuid(),
            Number = 1,
            MealPartnerId = Cook.Id,
            CareSiteId = Ward.Id,
            Token = UnguessableToken.Create(),
            Day = today,
            From = new TimeOnly(18, 0),
            Until = new TimeOnly(19, 0),
            Count = 1,
            PlannedAt = FakeClock.Noon,
        };
        _rows.AddRange([organisation, cooking, partner, project, _campaign, programme, Cook, Ward, _slot, Delivery]);
    }

    public Organisation Programme => _rows.OfType<Organisation>().First();

    public Organisation Restaurant => _rows.OfType<Organisation>().Last();

    public Guid CampaignId => _campaign.Id;

    public MealPartner Cook { get; }

    public CareSite Ward { get; }

    public MealDelivery Delivery { get; }

    public object[] All => [.. _rows, .. _rows.OfType<MealVoucher>().GroupBy(v => v.Status).Select(Count).Take(1)];

    /// <summary>Meals of one gift, brought with the delivery.</summary>
    public Donation Brought(string email, int meals, string language = "en", DateTimeOffset? at = null)
    {
        var donation = new Donation
        {
            Id = Guid.NewGuid(),
            Token = UnguessableToken.Create(),
            CurrencyCode = "EUR",
            AmountMinor = 1000 * meals,
            Email = email,
            Language = language,
            StartedAt = at ?? FakeClock.Noon,
        };
        var order = new MealOrder { Id = Guid.NewGuid(), DonationId = donation.Id, MealPartnerId = Cook.Id, CareSiteId = Ward.Id, SlotId = _slot.Id, Count = meals, UnitMinor = 1000 };
        _rows.AddRange([donation, order]);
        for (var i = 0; i < meals; i++)
        {
            var voucher = new MealVoucher
            {
                Id = Guid.NewGuid(),
                Code = VoucherCode.Create(),
                OrderId = order.Id,
                DonationId = donation.Id,
                MealPartnerId = Cook.Id,
                CareSiteId = Ward.Id,
                SlotId = _slot.Id,
                PaidAt = FakeClock.Noon,
            };
            voucher.MoveTo(VoucherStatus.Accepted, FakeClock.Noon, "cook", Delivery.Id);
            voucher.MoveTo(VoucherStatus.Delivered, FakeClock.Noon, "cook", Delivery.Id);
            _rows.Add(voucher);
        }

        return donation;
    }

    /// <summary>As the restaurant says it, with all meals that there are.</summary>
    public void Bring()
    {
        Delivery.Count = _rows.OfType<MealVoucher>().Count();
        Delivery.MoveTo(DeliveryStatus.Delivered, FakeClock.Noon);
    }

    private MealCount Count(IGrouping<VoucherStatus, MealVoucher> meals) => new() { MealPartnerId = Cook.Id, CareSiteId = Ward.Id, Delivered = meals.Count() };
}
