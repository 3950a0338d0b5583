using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Solidarity.Faults.Running;

/// <summary>What one giver does at the payment page.</summary>
internal enum Paying { Card, DeclinedThenCard, Declined, Authenticated, Debit, FailingDebit, Disputed, WalksAway, AvailableAtOnce }

/// <summary>One gift to come.</summary>
/// <param name="Clicks">How often the button is pressed, all at once.</param>
internal sealed record PlannedGift(int Number, long Amount, long Tip, bool AddFees, Paying How, int Clicks)
{
    public string Email => $"giver-{Number}@mail.example";

    public bool IsPaid => How is not (Paying.Declined or Paying.FailingDebit or Paying.WalksAway);

    /// <summary>As many gifts as it takes for <paramref name="paid"/> of them to be paid; the others end otherwise.</summary>
    public static List<PlannedGift> Plan(int paid, Random random)
    {
        var plan = new List<PlannedGift>();
        while (plan.Count(gift => gift.IsPaid) < paid)
            plan.Add(Next(plan.Count, random));
        return plan;
    }

    public static PlannedGift Next(int number, Random random) => new(
        number,
        Amount: 100 + random.Next(20_000),
        Tip: random.Next(3) == 0 ? 1 + random.Next(500) : 0,
        AddFees: random.Next(2) == 0,
        How: random.Next(100) switch
        {
            < 66 => Paying.Card,
            < 72 => Paying.DeclinedThenCard,
            < 78 => Paying.Declined,
            < 82 => Paying.Authenticated,
            < 88 => Paying.Debit,
            < 92 => Paying.FailingDebit,
            < 95 => Paying.Disputed,
            _ => Paying.WalksAway,
        },
        Clicks: random.Next(5) == 0 ? 2 : 1);
}

/// <summary>A giver's program: asks for a gift by the API, with the same key again where no answer came, and fills in the payment form.</summary>
internal sealed class Giver(Site site, HttpClient http)
{
    public const string Visa = "4242424242424242";
    public const string Declined = "4000000000000002";
    public const string AsksTheBank = "4000002760003184";
    public const string Disputed = "4000000000000259";
    public const string AvailableAtOnce = "4000000000000077";
    public const string Iban = "DE89370400440532013000";
    public const string FailingIban = "DE62370400440532013001";

    /// <summary>Answers that no client should ever get.</summary>
    public List<string> Surprises { get; } = [];

    /// <returns>The donation's id.</returns>
    public async Task<Guid> GiveAsync(PlannedGift gift, string key, CancellationToken cancel)
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, gift.Clicks).Select(_ => UntilAnsweredAsync(gift, key, cancel)));
        if (answers.Select(a => a.Id).Distinct().Count() > 1)
            Surprise($"One key, several donations: {string.Join(", ", answers.Select(a => a.Id))}.");
        await PayAsync(gift, answers[0].CheckoutUrl, cancel);
        return answers[0].Id;
    }

    public Task<HttpResponseMessage> AskAsync(PlannedGift gift, string key, CancellationToken cancel)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(site.Address, $"/api/v1/campaigns/{OneCampaign.Slug}/donations"))
        {
            Content = JsonContent.Create(new { amount = gift.Amount, tip = gift.Tip, currency = "EUR", email = gift.Email, addFees = gift.AddFees, language = "en" }),
        };
        request.Headers.Add("Idempotency-Key", key);
        return http.SendAsync(request, cancel);
    }

    /// <summary>With a card that works.</summary>
    public Task PayByCardAsync(Uri checkout) => CardAsync(checkout, Visa, CancellationToken.None);

    private async Task<(Guid Id, Uri CheckoutUrl)> UntilAnsweredAsync(PlannedGift gift, string key, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                using var answer = await AskAsync(gift, key, cancel);
                if (answer.StatusCode == HttpStatusCode.Created)
                {
                    var body = await answer.Content.ReadFromJsonAsync<JsonElement>(cancel);
                    return (body.GetProperty("id").GetGuid(), new Uri(body.GetProperty("checkoutUrl").GetString()!));
                }

                // 503 says that Stripe cannot be reached, which on this day is true.
                if (answer.StatusCode != HttpStatusCode.ServiceUnavailable)
                    Surprise($"{(int)answer.StatusCode} to a gift: {await answer.Content.ReadAsStringAsync(cancel)}");
            }
            catch (Exception e) when (e is HttpRequestException or IOException or JsonException)
            {
                // The site is down, or died while it answered.
            }

            await Task.Delay(200, cancel);
        }
    }

    private async Task PayAsync(PlannedGift gift, Uri checkout, CancellationToken cancel)
    {
        switch (gift.How)
        {
            case Paying.Card:
                // Pressed as often as the first button: the second finds the page closed.
                await Task.WhenAll(Enumerable.Range(0, gift.Clicks).Select(_ => CardAsync(checkout, Visa, cancel)));
                break;
            case Paying.DeclinedThenCard:
                await CardAsync(checkout, Declined, cancel);
                await CardAsync(checkout, Visa, cancel);
                break;
            case Paying.Declined:
                await CardAsync(checkout, Declined, cancel);
                break;
            case Paying.Authenticated:
                await CardAsync(checkout, AsksTheBank, cancel);
                await PostAsync(new Uri(checkout.ToString().Split('?', '#')[0] + "/bank"), new() { ["answer"] = "authorise" }, cancel);
                break;
            case Paying.Debit:
                await DebitAsync(checkout, Iban, cancel);
                break;
            case Paying.FailingDebit:
                await DebitAsync(checkout, FailingIban, cancel);
                break;
            case Paying.Disputed:
                await CardAsync(checkout, Disputed, cancel);
                break;
            case Paying.AvailableAtOnce:
                await CardAsync(checkout, AvailableAtOnce, cancel);
                break;
            case Paying.WalksAway:
                break;
        }
    }

    private Task CardAsync(Uri checkout, string card, CancellationToken cancel) =>
        PostAsync(checkout, new() { ["card_number"] = card, ["exp"] = "12/40", ["cvc"] = "123" }, cancel);

    private Task DebitAsync(Uri checkout, string iban, CancellationToken cancel) =>
        PostAsync(checkout, new() { ["method"] = "sepa_debit", ["iban"] = iban, ["name"] = "A Giver" }, cancel);

    private async Task PostAsync(Uri address, Dictionary<string, string> fields, CancellationToken cancel)
    {
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await http.PostAsync(address, content, cancel);
        if ((int)answer.StatusCode >= 500)
            Surprise($"{(int)answer.StatusCode} from the payment page.");
    }

    private void Surprise(string what)
    {
        lock (Surprises)
            Surprises.Add(what);
    }
}
