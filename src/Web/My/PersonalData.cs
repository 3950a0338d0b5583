using Solidarity.Domain.Donations;
using Solidarity.Domain.Letters;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.People;
using Solidarity.Domain.Reports;

namespace Solidarity.Web.My;

/// <summary>Everything that is kept about somebody, as they may ask for it (GDPR, articles 15 and 20). The names in the file are those of these members; docs/personal-data.md explains them.</summary>
/// <param name="Person">Null for an address without an account.</param>
/// <param name="Gifts">Given from the address, once it is confirmed.</param>
/// <param name="Waiting">Meals that the address waits for.</param>
/// <param name="Letters">Mailed to the address: what kind, and when.</param>
/// <param name="Answers">Written below updates.</param>
/// <param name="MailChoice">Null where the address has chosen nothing yet.</param>
/// <param name="Invitations">Sent to the address.</param>
/// <param name="Trail">What this person decided or changed in organisations and on the platform.</param>
public sealed record PersonalData(
    string Site, DateTimeOffset ExportedAt, string Address, PersonalAccount? Person,
    IAsyncEnumerable<PersonalMembership> Memberships, IAsyncEnumerable<PersonalSignIn> SignIns, IAsyncEnumerable<PersonalBrowser> Sessions,
    IAsyncEnumerable<PersonalGift> Gifts, IAsyncEnumerable<PersonalLetter> Letters, IAsyncEnumerable<PersonalReport> Reports, IAsyncEnumerable<PersonalFollow> Follows, IAsyncEnumerable<PersonalWish> Waiting,
    IAsyncEnumerable<PersonalAnswer> Answers, PersonalMailChoice? MailChoice, IAsyncEnumerable<PersonalInvitation> Invitations, IAsyncEnumerable<PersonalAct> Trail);

public sealed record PersonalAccount(
    Guid Id, string Name, string? Email, bool EmailConfirmed, string Language, DateTimeOffset CreatedAt, PlatformRole PlatformRole, bool HasPassword, bool HasSecondFactor, int Passkeys);

public sealed record PersonalMembership(string Organisation, OrganisationRole Role, DateTimeOffset Since);

public sealed record PersonalSignIn(DateTimeOffset At, SignInMeans Means, SignInOutcome Outcome, string? Address, string? Browser);

public sealed record PersonalBrowser(DateTimeOffset StartedAt, DateTimeOffset SeenAt, DateTimeOffset ExpiresAt, DateTimeOffset? EndedAt, bool Strong, string? Address, string? Browser);

/// <param name="Amount">As all amounts, in the currency's smallest unit.</param>
public sealed record PersonalGift(
    Guid Id, DonationStatus Status, string Currency, long Amount, long Refunded, string? Name, string? Message, bool HiddenFromPublic, bool HiddenFromOwner, string Language,
    DateTimeOffset StartedAt, DateTimeOffset? PaidAt, string? PaidWith, string? Receipt, List<PersonalLine> Lines, List<PersonalMove> Moves, PersonalDedication? Dedication);

public sealed record PersonalDedication(string Honoured, string? Words, bool ShownOnWall, string? CardEmail, string? CardLanguage, DateOnly? CardOn, DateTimeOffset? CardSentAt);

public sealed record PersonalLine(LineKind Kind, string? Campaign, long Amount, long Refunded);

public sealed record PersonalMove(DonationStatus From, DonationStatus To, DateTimeOffset At);

public sealed record PersonalLetter(LetterKind Kind, DateTimeOffset CreatedAt, DateTimeOffset? SentAt);

public sealed record PersonalReport(ReportedKind Kind, ReportWhy Why, string? Words, DateTimeOffset At, ReportOutcome Outcome);

public sealed record PersonalFollow(string Project, DateTimeOffset CreatedAt, DateTimeOffset? ConfirmedAt, DateTimeOffset? EndedAt);

public sealed record PersonalWish(string Campaign, int Count, DateTimeOffset CreatedAt, DateTimeOffset? ConfirmedAt, DateTimeOffset? ToldAt, DateTimeOffset? EndedAt);

public sealed record PersonalAnswer(string Project, int Update, string Name, string Words, string Language, DateTimeOffset At, DateTimeOffset? HiddenAt);

public sealed record PersonalMailChoice(bool Updates, bool Thanks, DateTimeOffset? BouncedAt);

public sealed record PersonalInvitation(string Organisation, OrganisationRole Role, string? Greeting, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? AcceptedAt, DateTimeOffset? WithdrawnAt);

public sealed record PersonalAct(DateTimeOffset At, string Act, string? Subject, string? Words);
