using System.Globalization;
using System.Net;
using Solidarity.Domain.Meals;
using Solidarity.Faults.Running;

namespace Solidarity.Faults.Storms;

/// <summary>Giving by the form, for a campaign or for meals, to the thanks page.</summary>
internal sealed class Givers(Fleet fleet, TwoKitchens kitchens, Remembered remembered, Figures figures)
{
    public Task<string> GiveAsync(PlannedDeed deed) => GiveAsync(deed, OneCampaign.Slug, form =>
    {
        (form["amount"], form["other"]) = ("other", (deed.Gift.Amount / 100m).ToString("0.00", CultureInfo.InvariantCulture));
        if (deed.Gift.AddFees)
            form["addFees"] = "true";
        if (deed.Gift.Tip > 0)
            (form["tip"], form["tipOther"]) = ("other", (deed.Gift.Tip / 100m).ToString("0.00", CultureInfo.InvariantCulture));
    });

    public Task<string> BuyMealsAsync(PlannedDeed deed)
    {
        // The small kitchen has few places, and is asked for as often as the large one.
        var (cook, ward, count) = (kitchens.Cooks[deed.Dice.Next(2)], kitchens.Wards[deed.Dice.Next(2)], deed.Dice.Next(1, 4));
        remembered.Meals[deed.Gift.Email] = count;
        return GiveAsync(deed, TwoKitchens.Slug, form => (form[MealFields.Site], form[MealFields.Count(cook)]) = (ward.ToString(), count.ToString(CultureInfo.InvariantCulture)));
    }

    private async Task<string> GiveAsync(PlannedDeed deed, string campaign, Action<Dictionary<string, string>> choose)
    {
        using var giver = new Patient(fleet.Front.Address, figures, deed.Dice);
        var answers = await giver.FillInAsync($"/campaigns/{campaign}/give", form =>
        {
            choose(form);
            (form["email"], form["language"]) = (deed.Gift.Email, "en");
            if (deed.WantsUpdates)
                form["updates"] = "true";
        }, clicks: deed.Gift.Clicks);
        var checkouts = answers.Where(a => a.Redirects).Select(a => a.Next!).Distinct().ToList();
        if (checkouts.Count > 1)
            remembered.Surprises.Add($"{deed.Gift.Email}: one form, two payment pages: {string.Join(", ", checkouts)}.");
        if (checkouts.Count == 0)
            return answers.Count == 0 ? "gave up" : answers[0].Status == HttpStatusCode.UnprocessableEntity ? "sold out" : $"refused {(int)answers[0].Status}";
        remembered.Begun[deed.Gift.Email] = deed.Gift;
        return await PayAsync(giver, deed.Gift, checkouts[0]);
    }

    /// <returns>How it ended.</returns>
    private async Task<string> PayAsync(Patient giver, PlannedGift gift, Uri checkout)
    {
        var last = gift.How switch
        {
            Paying.WalksAway => null,
            Paying.DeclinedThenCard => await CardAsync(giver, checkout, Giver.Declined) is null ? null : await CardAsync(giver, checkout, Giver.Visa),
            Paying.Authenticated => await BankAsync(giver, checkout),
            Paying.Debit => await DebitAsync(giver, checkout, Giver.Iban),
            Paying.FailingDebit => await DebitAsync(giver, checkout, Giver.FailingIban),
            Paying.Declined => await CardAsync(giver, checkout, Giver.Declined),
            Paying.Disputed => await CardAsync(giver, checkout, Giver.Disputed),
            Paying.AvailableAtOnce => await CardAsync(giver, checkout, Giver.AvailableAtOnce),
            _ => await CardAsync(giver, checkout, Giver.Visa),
        };
        if (last is not { Redirects: true, Next: { } thanks } || thanks.Authority != fleet.Front.Address.Authority)
            return gift.IsPaid ? "not paid after all" : gift.How.ToString();
        if (gift.IsPaid)
            remembered.Paid[gift.Email] = gift;
        return await giver.OpenAsync(thanks) is { Status: HttpStatusCode.OK } ? gift.How.ToString() : $"{gift.How}, thanks not seen";
    }

    private static async Task<Answer?> BankAsync(Patient giver, Uri checkout)
    {
        var asked = await CardAsync(giver, checkout, Giver.AsksTheBank);
        if (asked is not { Redirects: true, Next: { } bank })
            return asked;
        var there = new Uri(checkout, bank);
        return there.AbsolutePath.EndsWith("/bank", StringComparison.Ordinal) ? await giver.SendAsync(there, new Dictionary<string, string> { ["answer"] = "authorise" }) : asked;
    }

    private static Task<Answer?> CardAsync(Patient giver, Uri checkout, string card) =>
        giver.SendAsync(checkout, new Dictionary<string, string> { ["card_number"] = card, ["exp"] = "12/40", ["cvc"] = "123" });

    private static Task<Answer?> DebitAsync(Patient giver, Uri checkout, string iban) =>
        giver.SendAsync(checkout, new Dictionary<string, string> { ["method"] = "sepa_debit", ["iban"] = iban, ["name"] = "A Giver" });
}
