namespace Solidarity.Domain.Letters;

/// <summary>What a letter says; the words are in Jobs/Texts/Letters, where {0} is always the site's name and what is named here comes from {1} on.</summary>
public enum LetterKind
{
    /// <summary>Link: confirms the address of a new account.</summary>
    ConfirmAddress,

    /// <summary>Somebody opened an account for an address that has one already. Link: sign in.</summary>
    AccountExists,

    /// <summary>Link: choose a new password.</summary>
    ResetPassword,

    /// <summary>Somebody asked for a new password for an address without an account. Link: sign up.</summary>
    NoAccount,

    /// <summary>{1} organisation, {2} who invites. Link: the invitation.</summary>
    Invitation,

    /// <summary>{1} title. Link: the public page.</summary>
    ProjectPublished,

    /// <summary>The same where nobody can be paid yet. {1} title. Link: the workspace.</summary>
    ProjectPublishedUnpaid,

    /// <summary>{1} title; the moderator's reasons are quoted. Link: the workspace.</summary>
    ProjectSentBack,

    /// <summary>{1} title; the moderator's reasons are quoted. Link: the workspace.</summary>
    ProjectSuspended,

    /// <summary>{1} title; the moderator's reasons are quoted. Link: the public page.</summary>
    ProjectReinstated,

    /// <summary>Words were taken off a wall. {1} the project's title; the moderator's reasons are quoted. To who reported, as the four that follow.</summary>
    ReportActed,

    /// <summary>{1} the project's title; the moderator's reasons are quoted.</summary>
    ReportedProjectSuspended,

    /// <summary>{1} the project's title; the moderator's reasons are quoted.</summary>
    ReportedUpdateRemoved,

    /// <summary>{1} the title of the project with the update; the moderator's reasons are quoted.</summary>
    ReportedAnswerRemoved,

    /// <summary>{1} the project's title; the moderator's reasons are quoted. To who reported.</summary>
    ReportDismissed,

    /// <summary>{1} how many reviews wait, {2} how many reports, {3} how many thanks of wards. Link: the moderation.</summary>
    ModerationWaits,

    /// <summary>Link, as of the five that follow: the account.</summary>
    PasswordChanged,

    /// <summary>{1} the passkey's name.</summary>
    PasskeyAdded,

    /// <summary>{1} the passkey's name.</summary>
    PasskeyRemoved,

    SecondFactorOn,

    SecondFactorOff,

    RecoveryCodesRenewed,

    /// <summary>To the old address. {1} the new one. Link: agree, or stop it.</summary>
    EmailChangeAsked,

    /// <summary>To the new address. Link: agree.</summary>
    EmailChangeConfirm,

    /// <summary>To the old address, when it has taken effect. {1} the new one.</summary>
    EmailChanged,

    /// <summary>{1} project. Link: says yes to its updates.</summary>
    ConfirmFollow,

    /// <summary>{1} campaign. Link: says yes to being told of free meals; the one below it leaves.</summary>
    ConfirmWaiting,

    /// <summary>{1} campaign, {2} how many meals. Link: the giving form.</summary>
    MealsFree,

    /// <summary>An e-card. {1} who sends it, {2} how many meals, {3} in whose name, {4} campaign; the giver's words are quoted. Link: the campaign.</summary>
    Card,

    /// <summary>Link: everything that was given from this address.</summary>
    MyGifts,

    /// <summary>{1} the update's title; the moderator's reasons are quoted. Link: the update in the workspace.</summary>
    UpdateTakenAway,

    /// <summary>{1} the update's title; the moderator's reasons are quoted. Link: the public page.</summary>
    UpdateBroughtBack,

    /// <summary>An administrator took passkeys, second factor and password away. Link: choose a new password.</summary>
    FactorsTakenAway,

    /// <summary>{1} the role, by its name in code: the letter says it in its language. Link: the account.</summary>
    PlatformRoleChanged,

    /// <summary>{1} the organisation, {2} the role, by its name in code. Link: the workspace.</summary>
    MemberRoleChanged,

    /// <summary>{1} the organisation.</summary>
    MemberRemoved,

    /// <summary>An administrator closed the account.</summary>
    AccountClosed,

    /// <summary>To the restaurant. {1} the delivery's number, {2} the ward, {3} how many arrived, {4} of how many; the ward's words are quoted. Link: the kitchen.</summary>
    MealsShort,

    /// <summary>To the programme's owners. {1} to {4} as of <see cref="MealsShort"/>, {5} the restaurant. Link: the programme's deliveries.</summary>
    MealsShortOwner,

    /// <summary>{1} the restaurant, {2} the campaign. Link: its application. To the programme's team.</summary>
    RestaurantApplied,

    /// <summary>{1} the restaurant, {2} the campaign. Link, as of the four that follow: the restaurant's place in the programme.</summary>
    RestaurantAccepted,

    /// <summary>The same where it cannot be paid yet.</summary>
    RestaurantAcceptedUnpaid,

    /// <summary>{1} the restaurant, {2} the campaign; the reasons are quoted.</summary>
    RestaurantRefused,

    /// <summary>{1} the restaurant, {2} the campaign; the reasons are quoted.</summary>
    RestaurantPaused,

    /// <summary>{1} the restaurant, {2} the campaign.</summary>
    RestaurantResumed,

    /// <summary>To administrators. {1} how many payments were declined in the last hour, {2} from how many networks. Link: the gifts.</summary>
    CardTesting,

    /// <summary>What there was of this address is erased; this letter, the last, forgets it too once it is sent.</summary>
    Erased,
}

/// <summary>A short e-mail: a few sentences, perhaps somebody's own words, one link. Sent through the outbox.</summary>
public class Letter
{
    public required Guid Id { get; init; }

    public required LetterKind Kind { get; init; }

    public required string To { get; init; }

    public string? ToName { get; init; }

    public required string Language { get; init; }

    /// <summary>Values for the text's places, a JSON array of strings.</summary>
    public required string Args { get; init; }

    /// <summary>Somebody's own words, shown as a quotation: reasons, an invitation's greeting.</summary>
    public string? Quote { get; init; }

    /// <summary>A path of this site. It may hold a secret, so it is forgotten once the letter is sent.</summary>
    public string? Link { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? SentAt { get; init; }
}
