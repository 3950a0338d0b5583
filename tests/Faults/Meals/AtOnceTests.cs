using System.Net;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Meals;
using Solidarity.Faults.Running;
using Xunit.Abstractions;
using Site = Solidarity.Faults.Running.Site;

namespace Solidarity.Faults.Meals;

/// <summary>Two nodes, as processes of their own on one database, and fifty people at the same moment.</summary>
public sealed class AtOnceTests(ITestOutputHelper output)
{
    private const int People = 50;
    private const int Places = 10;

    [Fact]
    public async Task Ten_places_are_sold_ten_times_and_a_code_is_served_once()
    {
        await using var installation = await Installation.StartAsync();
        Site[] nodes = [installation.Site, await installation.AnotherNodeAsync()];
        var (cook, ward) = await OneProgramme.WriteAsync(installation.Site, Places);

        var checkouts = await BuyAsync(nodes, cook, ward);
        Assert.Equal(Places, await SlotAsync(installation.Site));
        await Task.WhenAll(checkouts.Select(checkout => installation.Giver.PayByCardAsync(checkout)));
        await Installation.UntilAsync("ten meals are not paid", async () => await VouchersAsync(installation.Site) is { Count: Places });
        Assert.Empty(installation.Giver.Surprises);

        await ServeAsync(nodes, (await VouchersAsync(installation.Site))[0]);
        var (exit, said) = await installation.Site.CommandAsync("verify-ledger");
        Assert.True(exit == 0, said);
    }

    /// <returns>Where those who got a place pay.</returns>
    private async Task<List<Uri>> BuyAsync(Site[] nodes, Guid cook, Guid ward)
    {
        var page = $"/campaigns/{OneProgramme.Slug}/give";
        var visitors = Enumerable.Range(0, People).Select(i => new Visitor(nodes[i % nodes.Length])).ToList();
        try
        {
            var forms = await Task.WhenAll(visitors.Select(v => v.OpenAsync(page)));
            var answers = await Task.WhenAll(visitors.Zip(forms).Select((giver, i) => giver.First.SendAsync(page, new Dictionary<string, string>(giver.Second)
            {
                [MealFields.Site] = ward.ToString(),
                [MealFields.Count(cook)] = "1",
                ["email"] = $"buyer-{i}@mail.example",
                ["language"] = "en",
            })));
            output.WriteLine(string.Join(", ", answers.GroupBy(a => (int)a.Status).Select(g => $"{g.Count()} times {g.Key}")));
            Assert.Equal(People - Places, answers.Count(a => a.Status == HttpStatusCode.UnprocessableEntity));
            var checkouts = answers.Where(a => a.Status == HttpStatusCode.SeeOther).Select(a => a.Next!).ToList();
            Assert.Equal(Places, checkouts.Count);
            return checkouts;
        }
        finally
        {
            visitors.ForEach(v => v.Dispose());
        }
    }

    private async Task ServeAsync(Site[] nodes, MealVoucher voucher)
    {
        const string Page = "/workspace/organisations/kitchen/kitchen/counter";
        var tills = nodes.Select(node => new Visitor(node)).ToList();
        try
        {
            var forms = new List<Dictionary<string, string>>();
            foreach (var till in tills)
            {
                await till.SignInAsync(OneProgramme.Email, OneProgramme.Password);
                forms.Add(new(await till.OpenAsync(Page)) { ["Code"] = VoucherCode.Format(voucher.Code) });
            }

            var answers = await Task.WhenAll(Enumerable.Range(0, People).Select(i => tills[i % tills.Count].SendAsync(Page, forms[i % forms.Count])));
            var served = answers.Count(a => a.Status is HttpStatusCode.Found && a.Next!.OriginalString.Contains("served=", StringComparison.Ordinal));
            output.WriteLine($"{served} served; {string.Join(", ", answers.GroupBy(a => (int)a.Status).Select(g => $"{g.Count()} times {g.Key}"))}");
            Assert.Equal(1, served);
            Assert.Equal(People - 1, answers.Count(a => a.Status == HttpStatusCode.UnprocessableEntity));
        }
        finally
        {
            tills.ForEach(t => t.Dispose());
        }

        await using var db = nodes[0].Database();
        Assert.Equal(1, await db.Set<VoucherMove>().CountAsync(m => m.VoucherId == voucher.Id && m.To == VoucherStatus.Redeemed));
    }

    private static async Task<int> SlotAsync(Site site)
    {
        await using var db = site.Database();
        return await db.MealSlots.Select(s => s.Taken).SingleAsync();
    }

    private static async Task<List<MealVoucher>> VouchersAsync(Site site)
    {
        await using var db = site.Database();
        Assert.True(await db.Donations.CountAsync(d => d.Status == DonationStatus.Paid) <= Places);
        return await db.MealVouchers.AsNoTracking().OrderBy(v => v.Id).ToListAsync();
    }
}
