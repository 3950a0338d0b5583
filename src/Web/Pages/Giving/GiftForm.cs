using System.Globalization;
using System.Text.RegularExpressions;
using Solidarity.Domain;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Meals;
using Solidarity.Web.Forms;

namespace Solidarity.Web.Pages.Giving;

/// <summary>The giving form as it was typed, word for word, so that a mistake loses nothing.</summary>
public sealed partial record GiftForm
{
    /// <summary>The choice beside the fixed amounts: what is typed counts.</summary>
    public const string Free = "other";

    private const string NoTip = "0";

    /// <summary>No programme has more, and no body is worked through for long.</summary>
    private const int MostRestaurants = 500;

    /// <summary>The amounts that have a button, in major units.</summary>
    public static IReadOnlyList<string> Amounts(Currency currency) => Buttons(currency, 10, 25, 50, 100);

    /// <summary>The tips that have a button, in major units; none is the first.</summary>
    public static IReadOnlyList<string> Tips(Currency currency) => Buttons(currency, 0, 1, 2, 5);

    /// <summary>What a button of those stands for.</summary>
    public static Money MoneyOf(string button, Currency currency) => new(long.Parse(button, CultureInfo.InvariantCulture) * currency.MinorPerMajor, currency);

    public string Amount { get; init; } = "";

    public string Other { get; init; } = "";

    public string Tip { get; init; } = NoTip;

    public string TipOther { get; init; } = "";

    public bool AddFees { get; init; }

    public string Email { get; init; } = "";

    public string Name { get; init; } = "";

    public string Message { get; init; } = "";

    public bool HidePublic { get; init; }

    public bool HideOwner { get; init; }

    /// <summary>Of a campaign of kind Meals: how many of each restaurant, as typed, by its id in the programme.</summary>
    public IReadOnlyDictionary<Guid, string> Meals { get; init; } = new Dictionary<Guid, string>();

    /// <summary>Where they go: the care site's id.</summary>
    public string CareSite { get; init; } = "";

    /// <summary>Of meals: in whose name.</summary>
    public string Honoured { get; init; } = "";

    public string HonouredWords { get; init; } = "";

    public bool HonouredShown { get; init; }

    public string CardEmail { get; init; } = "";

    /// <summary>As the browser's calendar writes it: 2026-12-24.</summary>
    public string CardDay { get; init; } = "";

    public string CardLanguage { get; init; } = "";

    public bool IsDedicated => Honoured.Length + HonouredWords.Length + CardEmail.Length + CardDay.Length > 0;

    /// <summary>Send me the project's updates.</summary>
    public bool Updates { get; init; }

    public string Language { get; init; } = "";

    /// <summary>Which question was asked, where one was (<see cref="Safety.AskQuestion"/>).</summary>
    public string Question { get; init; } = "";

    public string Answer { get; init; } = "";

    /// <summary>What a script worked out instead of the answer.</summary>
    public string Work { get; init; } = "";

    /// <summary>The same word all the life of this form: sent twice, it is one gift.</summary>
    public string Key { get; init; } = "";

    /// <exception cref="BadHttpRequestException">The body is no form, or a broken one.</exception>
    public static async Task<GiftForm> ReadAsync(HttpRequest request, Currency currency, CancellationToken cancel) =>
        Read(request.HasFormContentType ? await request.ReadWholeFormAsync(cancel) : FormCollection.Empty).Sorted(currency);

    private static GiftForm Read(IFormCollection form) => new()
    {
        // The first of several: joined by a comma they would read as another amount.
        Amount = form["amount"].FirstOrDefault() ?? "",
        Other = form["other"].FirstOrDefault()?.Trim() ?? "",
        Tip = form["tip"].FirstOrDefault() is { Length: > 0 } tip ? tip : NoTip,
        TipOther = form["tipOther"].FirstOrDefault()?.Trim() ?? "",
        AddFees = form["addFees"] == "true",
        Meals = ReadMeals(form),
        CareSite = form[MealFields.Site].ToString(),
        Email = form["email"].ToString().Trim(),
        Name = form["name"].ToString(),
        Message = form["message"].ToString(),
        Honoured = form["honoured"].ToString(),
        HonouredWords = form["honouredWords"].ToString(),
        HonouredShown = form["honouredShown"] == "true",
        CardEmail = form["cardEmail"].ToString().Trim(),
        CardDay = form["cardDay"].ToString().Trim(),
        CardLanguage = form["cardLanguage"].ToString(),
        HidePublic = form["hidePublic"] == "true",
        HideOwner = form["hideOwner"] == "true",
        Updates = form["updates"] == "true",
        Language = form["language"].ToString(),
        Key = form["key"].ToString(),
        Question = form["question"].ToString(),
        Answer = form["answer"].ToString(),
        Work = form["work"].ToString(),
    };

    private static Dictionary<Guid, string> ReadMeals(IFormCollection form) => form
        .Where(f => f.Key.StartsWith(MealFields.Meals + "-", StringComparison.Ordinal) && Guid.TryParseExact(f.Key[(MealFields.Meals.Length + 1)..], "N", out _))
        .Take(MostRestaurants).GroupBy(f => Guid.ParseExact(f.Key[(MealFields.Meals.Length + 1)..], "N")).ToDictionary(g => g.Key, g => g.First().Value.FirstOrDefault()?.Trim() ?? "");

    /// <summary>From a link or the campaign page's small form: ?amount=25, ?amount=other&amp;other=30, ?amount=12,50.</summary>
    public static GiftForm FromLink(string? amount, string? other, string language, Currency currency) => new GiftForm
    {
        Amount = amount ?? "",
        Other = other?.Trim() ?? "",
        Language = language,
        Key = UnguessableToken.Create(),
    }.Sorted(currency);

    /// <summary>An earlier gift once more. Who has its link may be somebody else than the giver: nothing personal then, and nothing once it was paid.</summary>
    /// <param name="own">Whoever asks is known to have begun it.</param>
    public static GiftForm Again(Donation before, bool own, CultureInfo culture)
    {
        string Typed(LineKind kind) => before.Lines.Find(l => l.Kind == kind) is { } line ? MoneyText.FormatInput(new Money(line.AmountMinor, before.Currency), culture) : "";
        var mine = own && before.ErasedAt is null && before.Status is (DonationStatus.Started or DonationStatus.Failed or DonationStatus.Expired);
        return new GiftForm
        {
            Other = Typed(LineKind.Gift),
            TipOther = Typed(LineKind.Tip),
            AddFees = before.Lines.Exists(l => l.Kind == LineKind.Fees),
            Email = mine ? before.Email : "",
            Name = mine ? before.Name ?? "" : "",
            Message = mine ? before.Message ?? "" : "",
            Honoured = mine ? before.Dedication?.Honoured ?? "" : "",
            HonouredWords = mine ? before.Dedication?.Words ?? "" : "",
            HonouredShown = mine && before.Dedication?.ShownOnWall == true,
            CardEmail = mine ? before.Dedication?.CardEmail ?? "" : "",
            CardDay = mine ? before.Dedication?.CardOn?.ToString("O", CultureInfo.InvariantCulture) ?? "" : "",
            CardLanguage = mine ? before.Dedication?.CardLanguage ?? "" : "",
            HidePublic = before.HiddenFromPublic,
            HideOwner = before.HiddenFromOwner,
            Updates = mine && before.WantsUpdates,
            Language = before.Language,
            // Still open: the same form goes on, and what it began is closed when something else is sent.
            Key = (before.Status == DonationStatus.Started ? before.FormPart : null) ?? UnguessableToken.Create(),
        }.Sorted(before.Currency);
    }

    /// <summary>Puts a typed amount on its button where there is one, and chooses "other" where something is typed.</summary>
    public GiftForm Sorted(Currency currency)
    {
        var (amount, other) = Sort(Amount, Other, Amounts(currency));
        var (tip, tipOther) = Sort(Tip, TipOther, Tips(currency));
        return this with { Amount = amount, Other = other, Tip = tip, TipOther = tipOther };
    }

    /// <exception cref="Refusal">There is none, or it cannot be read.</exception>
    public Money Gift(Currency currency) => Parse(Other.Length > 0 ? Other : Amount == Free ? "" : Amount, currency, "amount");

    /// <exception cref="Refusal">What is typed cannot be read.</exception>
    public Money TipMoney(Currency currency)
    {
        var typed = TipOther.Length > 0 ? TipOther : Tip == Free ? "" : Tip;
        return typed is "" or NoTip ? Money.Zero(currency) : Parse(typed, currency, "tip");
    }

    /// <summary>From a link: so many meals of that restaurant.</summary>
    public GiftForm WithMeals(Guid restaurant, int count) => this with { Meals = new Dictionary<Guid, string> { [restaurant] = count.ToString(CultureInfo.InvariantCulture) } };

    /// <summary>The meals of an earlier gift once more.</summary>
    public GiftForm WithMeals(List<MealOrder> orders) => this with
    {
        Meals = orders.GroupBy(o => o.MealPartnerId).ToDictionary(g => g.Key, g => g.Sum(o => o.Count).ToString(CultureInfo.InvariantCulture)),
        CareSite = orders.Count > 0 ? orders[0].CareSiteId.ToString() : "",
    };

    /// <summary>How many meals are asked for in all, as far as it can be read.</summary>
    public long CountMeals() => Meals.Values.Sum(typed => ReadCount(typed) ?? 0L);

    /// <summary>The meals that are asked for. Where a number cannot be read, a problem says so.</summary>
    private List<MealWish> Wishes(List<Problem> problems)
    {
        var wishes = new List<MealWish>();
        _ = Guid.TryParse(CareSite, out var site);
        foreach (var (partner, typed) in Meals)
        {
            if (ReadCount(typed) is not { } count)
                problems.Add(new Problem(Reason.MealsNotPositive, MealFields.Count(partner), []));
            else if (count > 0)
                wishes.Add(new MealWish(partner, site, count));
        }

        return wishes;
    }

    private DedicationWish? ReadDedication(List<Problem> problems)
    {
        DateOnly? day = null;
        if (CardDay.Length > 0 && (day = DateOnly.TryParseExact(CardDay, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) || DateOnly.TryParse(CardDay, CultureInfo.CurrentCulture, out read) ? read : null) is null)
            problems.Add(new Problem(Reason.DateNotValid, "cardDay", []));
        return IsDedicated ? new DedicationWish(Honoured, HonouredWords, HonouredShown, CardEmail, day, CardLanguage) : null;
    }

    private static int? ReadCount(string typed) => typed.Length == 0 ? 0 : int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

    /// <summary>What the form asks for. Where an amount cannot be read, one that is in order stands for it, so that the rest can be checked.</summary>
    public GiftRequest Request(Campaign campaign, out List<Problem> unreadable)
    {
        var (currency, problems) = (campaign.Currency, new List<Problem>());
        var meals = campaign.Kind == CampaignKind.Meals ? Wishes(problems) : null;
        var gift = meals is not null ? Money.Zero(currency) : Try(() => Gift(currency)) ?? GiftLimits.Smallest(currency);
        var tip = Try(() => TipMoney(currency)) ?? Money.Zero(currency);
        var dedication = meals is null ? null : ReadDedication(problems);
        unreadable = problems;
        var fees = AddFees && campaign.FeeBearer == FeeBearer.Giver;
        return new GiftRequest(campaign.Slug, gift, tip, fees, Email, Name, Message, HidePublic, HideOwner, Language, Key, Updates, meals, dedication);

        Money? Try(Func<Money> read)
        {
            try
            {
                return read();
            }
            catch (Refusal refusal)
            {
                problems.AddRange(refusal.Problems);
                return null;
            }
        }
    }

    private static IReadOnlyList<string> Buttons(Currency currency, params long[] units) =>
        [.. units.Select(u => (u * GiftLimits.Majors(currency)).ToString(CultureInfo.InvariantCulture))];

    private static (string Choice, string Typed) Sort(string choice, string typed, IReadOnlyList<string> buttons)
    {
        var wanted = typed.Length > 0 ? typed : choice;
        if (buttons.Contains(wanted))
            return (wanted, "");
        return wanted is "" or Free ? (wanted, "") : (Free, wanted);
    }

    private static Money Parse(string typed, Currency currency, string field)
    {
        if (Letters().Match(typed).Value is { Length: 3 } code && Currency.TryOf(code, out var other) && other != currency
            || typed.Any(c => c != '€' && char.GetUnicodeCategory(c) == UnicodeCategory.CurrencySymbol))
            throw new Refusal(Reason.CurrencyNotAccepted, field, currency.Code);
        return MoneyText.Parse(typed, currency, CultureInfo.CurrentCulture, field);
    }

    [GeneratedRegex("[A-Za-z]+")]
    private static partial Regex Letters();
}
