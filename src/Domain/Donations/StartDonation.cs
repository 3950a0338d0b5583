using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Meals;
using Solidarity.Domain.Projects;

namespace Solidarity.Domain.Donations;

/// <summary>What a giver asks for, from the form or the API.</summary>
/// <param name="FormKey">A random word that the form carries; the same word with the same content is the same gift. Null: every request is a new gift.</param>
/// <param name="WantsUpdates">The giver wants to be mailed the project's updates.</param>
/// <param name="Meals">For a campaign of kind Meals: which. <paramref name="Gift"/> is then worked out from them; where it is not zero, it must be what they cost.</param>
/// <param name="Dedication">In whose name, where meals are given.</param>
public sealed record GiftRequest(
    string CampaignSlug, Money Gift, Money? Tip, bool AddFees, string Email, string? Name, string? Message,
    bool HiddenFromPublic, bool HiddenFromOwner, string Language, string? FormKey = null, bool WantsUpdates = false, IReadOnlyList<MealWish>? Meals = null,
    DedicationWish? Dedication = null);

/// <summary>Saves a donation in state Started, or finds the one that the same form made before. Asks nothing of Stripe.</summary>
public sealed class StartDonation(SolidarityDb db, TakePlaces places, Site site, TimeProvider clock)
{
    public const int LongestName = 100;
    public const int LongestMessage = 500;
    private const int LongestFormKey = 64;

    /// <summary>Everything that is wrong with the request, and nothing saved: for a form that names every mistake at once.</summary>
    /// <exception cref="Refusal">There is no such campaign.</exception>
    public async Task<IReadOnlyList<Problem>> CheckAsync(GiftRequest request, CancellationToken cancel)
    {
        var campaign = await CampaignAsync(request.CampaignSlug, cancel);
        var menu = await MealMenu.FindAsync(db, campaign, cancel);
        return [.. Problems(Clean(request, menu), campaign, menu, request.Gift)];
    }

    /// <exception cref="Refusal">With every problem of the request at once.</exception>
    public async Task<Donation> RunAsync(GiftRequest request, CancellationToken cancel)
    {
        var campaign = await CampaignAsync(request.CampaignSlug, cancel);
        var menu = await MealMenu.FindAsync(db, campaign, cancel);
        var gift = Clean(request, menu);
        var problems = Problems(gift, campaign, menu, request.Gift).ToList();
        if (problems.Count > 0)
            throw new Refusal(problems);

        var key = FormKeyOf(gift);
        if (key is not null && await FindAsync(key, cancel) is { } before)
            return before;

        var donation = Build(gift, campaign, key);
        try
        {
            await SaveAsync(donation, gift, menu, cancel);
            return donation;
        }
        catch (DbUpdateException) when (key is not null)
        {
            // Two clicks: the other request saved it first.
            db.ChangeTracker.Clear();
            if (await FindAsync(key, cancel) is { } other)
                return other;
            throw;
        }
    }

    /// <exception cref="Refusal">Somebody took the last meals at this moment: nothing is saved.</exception>
    private async Task SaveAsync(Donation donation, GiftRequest gift, MealMenu? menu, CancellationToken cancel)
    {
        if (menu is null)
        {
            db.Donations.Add(donation);
            await db.SaveChangesAsync(cancel);
            return;
        }

        var partners = menu.Of(gift.Meals!);
        await places.PrepareAsync(menu.Programme, partners.Values, cancel);
        await db.InTransactionAsync(async () =>
        {
            db.Donations.Add(donation);
            db.MealOrders.AddRange(await places.RunAsync(donation.Id, menu.Programme, partners, gift.Meals!, cancel));
            await db.SaveChangesAsync(cancel);
        }, cancel);
    }

    /// <summary>Whether this very request was made before: made again, it begins nothing.</summary>
    /// <exception cref="Refusal">There is no such campaign.</exception>
    public async Task<bool> IsBegunAsync(GiftRequest request, CancellationToken cancel)
    {
        if (await AlreadyGivenAsync(request, cancel) is not null)
            return true;
        var menu = await MealMenu.FindAsync(db, await CampaignAsync(request.CampaignSlug, cancel), cancel);
        return FormKeyOf(Clean(request, menu)) is { } key && await db.Donations.AnyAsync(d => d.FormKey == key, cancel);
    }

    /// <summary>Donations that the same form began with other content, and that nobody has paid: their checkout must be closed.</summary>
    public async Task<List<Guid>> ReplacedByAsync(Donation donation, CancellationToken cancel) =>
        donation.FormPart is { } form
            // The newer replaces the older, never the other way round: two requests at once would close each other.
            ? await OfForm(form).Where(d => d.Id != donation.Id && d.StartedAt <= donation.StartedAt && d.Status == DonationStatus.Started).Select(d => d.Id).ToListAsync(cancel)
            : [];

    /// <summary>
    /// What the same form began with other content after this donation, and that is still open: of two requests at once the older may have been
    /// saved after the newer had looked, and then it must give way itself.
    /// </summary>
    public async Task<Donation?> ReplacementOfAsync(Donation donation, CancellationToken cancel) =>
        donation is { FormPart: { } form, Status: DonationStatus.Started }
            ? await OfForm(form).AsNoTracking().Where(d => d.Id != donation.Id && d.StartedAt > donation.StartedAt && d.Status == DonationStatus.Started)
                .OrderByDescending(d => d.StartedAt).FirstOrDefaultAsync(cancel)
            : null;

    /// <summary>
    /// What the same giver has paid or is paying already by the same form, with this content or other: it must not be paid a second time.
    /// Somebody else who came by the form's key is told nothing of it.
    /// </summary>
    public async Task<Donation?> AlreadyGivenAsync(GiftRequest request, CancellationToken cancel)
    {
        if (request.FormKey is not { } form)
            return null;
        var email = request.Email.Trim();
        var given = await OfForm(form).AsNoTracking()
            .Where(d => d.Status != DonationStatus.Started && d.Lines.Any(l => l.Campaign!.Slug == request.CampaignSlug))
            .OrderBy(d => d.Id).ToListAsync(cancel);
        return given.Find(d => d.Email.Equals(email, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A range rather than a prefix: SQLite's LIKE neither minds capitals nor uses the index. ';' comes after ':'.</summary>
    private IQueryable<Donation> OfForm(string form)
    {
        var (first, after) = (form + ':', form + ';');
#pragma warning disable CA1309 // translated to SQL, where the column's own order counts
        return db.Donations.Where(d => string.Compare(d.FormKey, first) >= 0 && string.Compare(d.FormKey, after) < 0);
#pragma warning restore CA1309
    }

    private async Task<Campaign> CampaignAsync(string slug, CancellationToken cancel) =>
        await db.Campaigns.Include(c => c.Partner).Include(c => c.Project).AsNoTracking().SingleOrDefaultAsync(c => c.Slug == slug, cancel) ?? throw new Refusal(Reason.CampaignUnknown);

    private Task<Donation?> FindAsync(string key, CancellationToken cancel) =>
        db.Donations.Include(d => d.Lines).SingleOrDefaultAsync(d => d.FormKey == key, cancel);

    private GiftRequest Clean(GiftRequest request, MealMenu? menu) => request with
    {
        Meals = menu is null ? null : MealMenu.Together(request.Meals),
        Gift = menu is null ? request.Gift : menu.PriceOf(request.Meals, request.Gift.Currency),
        Email = request.Email.Trim(),
        Name = CleanText.OneLine(request.Name),
        Message = CleanText.Lines(request.Message),
        Tip = request.Tip is { IsZero: true } ? null : request.Tip,
        Dedication = menu is null ? null : Dedications.Clean(request.Dedication, Today),
    };

    /// <param name="said">The gift's amount as it was asked for.</param>
    private IEnumerable<Problem> Problems(GiftRequest gift, Campaign campaign, MealMenu? menu, Money said)
    {
        if (!campaign.IsOpen(clock.GetUtcNow()) || campaign.Project.Status != ProjectStatus.Live)
            yield return new Problem(Reason.CampaignNotOpen, null, []);
        else if (menu is null && !campaign.Partner.CanBePaid)
            yield return new Problem(Reason.PartnerNotReady, null, []);

        if (gift.Gift.Currency != campaign.Currency || (gift.Tip is { } other && other.Currency != campaign.Currency))
            yield return new Problem(Reason.CurrencyNotAccepted, "currency", [campaign.CurrencyCode]);
        else
        {
            var (smallest, largest) = (GiftLimits.Smallest(campaign.Currency), GiftLimits.Largest(campaign.Currency));
            if (menu is not null)
            {
                foreach (var problem in menu.Problems(gift.Meals!))
                    yield return problem;
                if (!said.IsZero && said != gift.Gift)
                    yield return new Problem(Reason.MealsPriceOther, "amount", [gift.Gift]);
            }
            else if (!gift.Gift.IsPositive)
                yield return new Problem(Reason.AmountNotPositive, "amount", []);
            else if (gift.Gift < smallest)
                yield return new Problem(Reason.AmountTooSmall, "amount", [smallest]);
            else if (gift.Gift > largest)
                yield return new Problem(Reason.AmountTooLarge, "amount", [largest]);
            if (gift.Tip is { } tip && !tip.IsPositive)
                yield return new Problem(Reason.AmountNotPositive, "tip", []);
            else if (gift.Tip > largest)
                yield return new Problem(Reason.TipTooLarge, "tip", [largest]);
        }

        if (gift.AddFees && campaign.FeeBearer != FeeBearer.Giver)
            yield return new Problem(Reason.FeesNotOffered, "addFees", []);
        if (gift.Email.Length == 0)
            yield return new Problem(Reason.EmailMissing, "email", []);
        else if (!IsEmail(gift.Email))
            yield return new Problem(Reason.EmailNotValid, "email", []);
        if (gift.Name?.Length > LongestName)
            yield return new Problem(Reason.NameTooLong, "name", [LongestName]);
        if (gift.Message?.Length > LongestMessage)
            yield return new Problem(Reason.MessageTooLong, "message", [LongestMessage]);
        if (!Languages.Speaks(gift.Language))
            yield return new Problem(Reason.LanguageUnknown, "language", []);
        foreach (var problem in gift.Dedication is { } dedication ? Dedications.Problems(dedication, gift.Name, Today) : [])
            yield return problem;
        if (gift.FormKey is { } key && (key.Length is 0 or > LongestFormKey || !key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')))
            yield return new Problem(Reason.FormKeyNotValid, null, []);
    }

    /// <summary>Plain addresses at a named host. Quoted names and host numbers are legal, but no giver has one, and header injection lives there.</summary>
    private static bool IsEmail(string text)
    {
        // What cannot be written to must not be charged: the receipt would never arrive.
        if (EmailAddress.ToAscii(text) is null || text.Any(c => char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Surrogate))
            return false;
        var host = text[(text.LastIndexOf('@') + 1)..];
        return host.Contains('.', StringComparison.Ordinal) && !host.EndsWith('.') && Uri.CheckHostName(host) == UriHostNameType.Dns
            && host.All(c => char.IsLetterOrDigit(c) || c is '-' or '.' || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);
    }

    private Donation Build(GiftRequest gift, Campaign campaign, string? key)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var tip = gift.Tip ?? Money.Zero(campaign.Currency);
        var fees = gift.AddFees ? EstimatedFee.ToAddTo(gift.Gift + tip) : Money.Zero(campaign.Currency);
        var donation = new Donation
        {
            Id = id,
            Token = UnguessableToken.Create(),
            FormKey = key,
            CurrencyCode = campaign.CurrencyCode,
            AmountMinor = (gift.Gift + tip + fees).Minor,
            Email = gift.Email,
            Name = gift.Name,
            Message = gift.Message,
            HiddenFromPublic = gift.HiddenFromPublic,
            HiddenFromOwner = gift.HiddenFromOwner,
            WantsUpdates = gift.WantsUpdates,
            Language = gift.Language,
            StartedAt = now,
            Dedication = gift.Dedication is { } dedication ? Dedications.Build(id, dedication) : null,
        };
        Add(LineKind.Gift, gift.Gift, campaign.Id);
        Add(LineKind.Fees, fees, campaign.Id);
        Add(LineKind.Tip, tip, null);
        donation.Moves.Add(new DonationMove { DonationId = id, From = DonationStatus.Started, To = DonationStatus.Started, At = now, By = DonationMove.Giver });
        return donation;

        void Add(LineKind kind, Money amount, Guid? campaignId)
        {
            if (amount.IsPositive)
                donation.Lines.Add(new DonationLine { Id = Guid.CreateVersion7(now), DonationId = id, Kind = kind, CampaignId = campaignId, AmountMinor = amount.Minor });
        }
    }

    private DateOnly Today => site.DayOf(clock.GetUtcNow());

    private static string? FormKeyOf(GiftRequest gift)
    {
        if (gift.FormKey is null)
            return null;
        var content = JsonSerializer.SerializeToUtf8Bytes(gift with { FormKey = null });
        return $"{gift.FormKey}:{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 16))}";
    }
}
