using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Updates;

#pragma warning disable CA1304, CA1311, CA1862 // translated to SQL: ASCII addresses, whose small letters are the same everywhere

namespace Solidarity.Web.My;

/// <summary>Writes <see cref="PersonalData"/> as JSON, some rows at a time, and holds no connection to the database while it writes (<see cref="ReadyRows"/>).</summary>
public sealed class ExportData(SolidarityDb db, GiftsOfAddress gifts, Site site, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        // For people to read, too.
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <param name="personId">Null for an address without an account, or for one whose owner has not signed in.</param>
    /// <param name="key">The confirmed address, as <see cref="EmailAddress.ToKey"/> writes it; null for none.</param>
    public async Task WriteAsync(Guid? personId, string? key, Stream to, CancellationToken cancel)
    {
        var (id, address) = (personId ?? Guid.Empty, key ?? "");
        var answers = key is null ? [] : await db.AnswersOfAsync(key, cancel);
        var data = new PersonalData(
            site.PublicUrl.ToString(), clock.GetUtcNow(), address, personId is null ? null : await AccountAsync(id, cancel),
            db.Memberships.Where(m => m.PersonId == id).Select(m => new PersonalMembership(m.Organisation.Name, m.Role, m.Since)).ReadyAsync(cancel),
            db.SignIns.Where(s => s.PersonId == id).OrderBy(s => s.Id).Select(s => s.Id).ReadyAsync(
                some => db.SignIns.Where(s => some.Contains(s.Id)).OrderBy(s => s.Id).Select(s => new PersonalSignIn(s.At, s.Means, s.Outcome, s.Address, s.Browser)), cancel),
            db.Sessions.Where(s => s.PersonId == id).OrderBy(s => s.StartedAt).Select(s => new PersonalBrowser(s.StartedAt, s.SeenAt, s.ExpiresAt, s.EndedAt, s.Strong, s.Address, s.Browser)).ReadyAsync(cancel),
            gifts.Of(address).OrderBy(d => d.StartedAt).ThenBy(d => d.Token).Select(d => d.Id).ReadyAsync(Gifts, cancel),
            db.Letters.Where(l => l.To.ToLower() == address).OrderBy(l => l.CreatedAt).ThenBy(l => l.Id).Select(l => l.Id).ReadyAsync(
                some => db.Letters.Where(l => some.Contains(l.Id)).OrderBy(l => l.CreatedAt).ThenBy(l => l.Id).Select(l => new PersonalLetter(l.Kind, l.CreatedAt, l.SentAt)), cancel),
            db.Reports.Where(r => r.Email != null && r.Email.ToLower() == address).OrderBy(r => r.At).Select(r => new PersonalReport(r.Kind, r.Why, r.Words, r.At, r.Outcome)).ReadyAsync(cancel),
            db.Follows.Where(f => f.Email == address).OrderBy(f => f.CreatedAt)
                .Join(db.Projects, f => f.ProjectId, p => p.Id, (f, p) => new PersonalFollow(p.Title, f.CreatedAt, f.ConfirmedAt, f.EndedAt)).ReadyAsync(cancel),
            db.MealWaitings.Where(w => w.Email == address).OrderBy(w => w.CreatedAt)
                .Join(db.Campaigns, w => w.CampaignId, c => c.Id, (w, c) => new PersonalWish(c.Title, w.Count, w.CreatedAt, w.ConfirmedAt, w.ToldAt, w.EndedAt)).ReadyAsync(cancel),
            db.UpdateAnswers.Where(a => answers.Contains(a.Id)).OrderBy(a => a.At)
                .Select(a => new PersonalAnswer(a.Update.Project.Title, a.Update.Number, a.Name, a.Words, a.Language, a.At, a.HiddenAt)).ReadyAsync(cancel),
            await db.MailChoices.Where(c => c.Email == address).Select(c => new PersonalMailChoice(c.Updates, c.Thanks, c.BouncedAt)).SingleOrDefaultAsync(cancel),
            db.Invitations.Where(i => i.Email.ToLower() == address).OrderBy(i => i.CreatedAt)
                .Select(i => new PersonalInvitation(i.Organisation.Name, i.Role, i.Greeting, i.CreatedAt, i.ExpiresAt, i.AcceptedAt, i.WithdrawnAt)).ReadyAsync(cancel),
            db.Trail.Where(t => t.PersonId == personId && personId != null).OrderBy(t => t.Id).Select(t => t.Id).ReadyAsync(
                some => db.Trail.Where(t => some.Contains(t.Id)).OrderBy(t => t.Id).Select(t => new PersonalAct(t.At, t.Act, t.Subject, t.Words)), cancel));
        await JsonSerializer.SerializeAsync(to, data, Json, cancel);
    }

    private Task<PersonalAccount> AccountAsync(Guid id, CancellationToken cancel) => db.People.Where(p => p.Id == id).Select(p => new PersonalAccount(
        p.Id, p.Name, p.Email, p.EmailConfirmed, p.Language, p.CreatedAt, p.PlatformRole, p.PasswordHash != null, p.TwoFactorEnabled,
        db.Set<IdentityUserPasskey<Guid>>().Count(k => k.UserId == id))).SingleAsync(cancel);

    private IQueryable<PersonalGift> Gifts(Guid[] some) => db.Donations.AsNoTracking().Where(d => some.Contains(d.Id)).OrderBy(d => d.StartedAt).ThenBy(d => d.Token).Select(d => new PersonalGift(
        d.Id, d.Status, d.CurrencyCode, d.AmountMinor, d.RefundedMinor, d.Name, d.Message, d.HiddenFromPublic, d.HiddenFromOwner, d.Language, d.StartedAt, d.PaidAt, d.PaidWith,
        db.Receipts.Where(r => r.DonationId == d.Id).Select(r => r.Number).FirstOrDefault(),
        d.Lines.OrderBy(l => l.Kind).Select(l => new PersonalLine(l.Kind, l.Campaign!.Title, l.AmountMinor, l.RefundedMinor)).ToList(),
        d.Moves.OrderBy(m => m.Id).Select(m => new PersonalMove(m.From, m.To, m.At)).ToList(),
        d.Dedication == null ? null : new PersonalDedication(d.Dedication.Honoured, d.Dedication.Words, d.Dedication.ShownOnWall, d.Dedication.CardEmail, d.Dedication.CardLanguage, d.Dedication.CardOn, d.Dedication.CardSentAt))).AsSingleQuery();
}
