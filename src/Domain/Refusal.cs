namespace Solidarity.Domain;

/// <summary>Why something that a person asked for is not done. Each has a text in every language (Web/Texts/Refusals).</summary>
public enum Reason
{
    AmountMissing,
    /// <summary>{0}: an example in the reader's notation.</summary>
    AmountNotANumber,
    /// <summary>{0}: what may be meant, without marks between the groups.</summary>
    AmountPerhapsThousands,
    AmountNotPositive,
    /// <summary>{0}: the smallest unit of the currency.</summary>
    AmountTooFine,
    /// <summary>{0}: the smallest gift.</summary>
    AmountTooSmall,
    /// <summary>{0}: the largest gift.</summary>
    AmountTooLarge,
    /// <summary>{0}: the largest tip.</summary>
    TipTooLarge,
    /// <summary>{0}: the campaign's currency code.</summary>
    CurrencyNotAccepted,
    CampaignUnknown,
    GiftUnknown,
    CampaignNotOpen,
    PartnerNotReady,
    EmailMissing,
    EmailNotValid,
    /// <summary>{0}: the most characters.</summary>
    NameTooLong,
    /// <summary>{0}: the most characters.</summary>
    MessageTooLong,
    LanguageUnknown,
    FeesNotOffered,
    FeeBearerNotOffered,
    FormKeyNotValid,
    PaymentServiceUnavailable,
    PaymentServiceSilent,
    PartnerCountryNotServed,
    MoveNotAllowed,
    TextMissing,
    /// <summary>{0}: the most characters.</summary>
    TextTooLong,
    ChoiceMissing,
    /// <summary>{0}: the least characters.</summary>
    StoryTooShort,
    SummaryMissing,
    PlaceMissing,
    CampaignMissing,
    OwnProject,
    ReviewDecided,
    ReviewPointsOpen,
    ReportDecided,
    /// <summary>{0}: the organisations that need another owner first.</summary>
    HandOverFirst,
    AddressNotThis,
    AddressHasAccount,
    PictureMissing,
    /// <summary>{0}: the most megabytes.</summary>
    PictureTooLarge,
    PictureKindUnknown,
    /// <summary>{0}: the most megapixels; {1}: the most pixels a side.</summary>
    PictureTooManyPixels,
    PictureUnreadable,
    PictureToolMissing,
    PictureAltMissing,
    PictureInUse,
    /// <summary>{0}: the most characters.</summary>
    PictureAltTooLong,
    NameMissing,
    /// <summary>{0}: the fewest characters.</summary>
    PasswordTooShort,
    /// <summary>{0}: the most characters.</summary>
    PasswordTooLong,
    PasswordCommon,
    PasswordIsYou,
    PasswordWrong,
    SignInWrong,
    CodeWrong,
    LinkNotValid,
    PasskeyNotValid,
    /// <summary>The last way to sign in.</summary>
    PasskeyLast,
    EmailSame,
    /// <summary>{0}: minutes to wait.</summary>
    TooManyAttempts,
    /// <summary>Something simple is asked before it goes on.</summary>
    QuestionAsked,
    QuestionWrong,
    /// <summary>{0}: the restaurant; {1}: how many it has left.</summary>
    MealsNotFree,
    MealsMissing,
    MealsNotPositive,
    /// <summary>{0}: the most.</summary>
    TooManyMeals,
    MealPartnerUnknown,
    CareSiteUnknown,
    /// <summary>{0}: how many wait.</summary>
    MealsNotWaiting,
    /// <summary>{0}: how many there are in it.</summary>
    MealsNotInDelivery,
    /// <summary>{0}: the last day.</summary>
    DeliveryTooLate,
    /// <summary>The ward said before what arrived.</summary>
    DeliveryAnswered,
    /// <summary>Nothing was brought yet, or it was called off.</summary>
    DeliveryNotBrought,
    /// <summary>Nothing of it is open any more.</summary>
    DeliverySettled,
    /// <summary>A ward thanks once it has said what arrived.</summary>
    ThanksTooEarly,
    ThanksTooLate,
    ThanksWritten,
    ConsentMissing,
    /// <summary>Where the meals are to go.</summary>
    MealsTargetMissing,
    /// <summary>No restaurant or ward of the programme that could take them.</summary>
    MealsTargetUnknown,
    EndsBeforeItBegins,
    TimeNotValid,
    /// <summary>No code at all, or one with a wrong sign in it.</summary>
    CodeMistyped,
    /// <summary>A code, and not of a meal of this restaurant.</summary>
    CodeNotValid,
    CodeNotSeen,
    /// <summary>More than one in a picture.</summary>
    CodesMany,
    /// <summary>{0}: when it was paid.</summary>
    ServedBeforePaid,
    ServedBeforeTaken,
    ServedLater,
    /// <summary>{0}: how many.</summary>
    LinesNotServed,
    KitchenClosed,
    /// <summary>{0}: when.</summary>
    VoucherRedeemed,
    VoucherRefunded,
    VoucherInDelivery,
    /// <summary>The giver's bank contests the payment.</summary>
    VoucherDisputed,
    /// <summary>{0}: its day.</summary>
    DeliveryAhead,
    /// <summary>What is to be given back is planned already: the restaurant cooks.</summary>
    MealsPlanned,
    MealsEaten,
    /// <summary>{0}: the first day; {1}: the last.</summary>
    CardDayOutside,
    /// <summary>A card says who sends it.</summary>
    CardNeedsName,
    /// <summary>{0}: what these meals cost.</summary>
    MealsPriceOther,
    /// <summary>{0}: how many can be given back.</summary>
    MealsNotOpen,
    DateNotValid,
    DateNotAhead,
    /// <summary>Somebody else saved the same thing.</summary>
    ChangedMeanwhile,
    /// <summary>Nobody can read what its project publishes.</summary>
    ProjectNotShown,
    /// <summary>One address has answered the same update often enough.</summary>
    AnswersTooMany,
    NobodyToThank,
    /// <summary>{0}: the most rows.</summary>
    TooManyRows,
    /// <summary>Somebody else removed it.</summary>
    NoLongerThere,
    CountryUnknown,
    OrganisationUnknown,
    RoleUnknown,
    AlreadyMember,
    LastOwner,
    /// <summary>Used, withdrawn or too old.</summary>
    InvitationOver,
    /// <summary>{0}: the address it was sent to.</summary>
    InvitationForAnother,
    /// <summary>A moderator is looking at it.</summary>
    InReviewNow,
    /// <summary>It would be public at once, and whoever asks may only prepare drafts.</summary>
    ShownAtOnce,
    /// <summary>What givers were promised stays.</summary>
    PromiseStands,
    PartnerUnknown,
    KindComesLater,
    LanguageTaken,
    OwnAccount,
    LastAdministrator,
    AccountChanged,
    RefundNotPossible,
    RefundUnderWay,
    /// <summary>{0}: what is left of the gift.</summary>
    RefundTooLarge,
    NothingToTryAgain,
    JobsRunElsewhere,
    PeriodNotOver,
    /// <summary>More than a year.</summary>
    PeriodTooLong,
    NothingToReport,
    VatNumberNotValid,
    VatRateNotValid,
    LanguagesMissing,
    CurrencyUnknown,
    SettingsChanged,
    /// <summary>{0}: the least.</summary>
    PriceTooSmall,
    /// <summary>{0}: the most.</summary>
    PriceTooLarge,
    DayNotValid,
    /// <summary>{0}: the last day possible.</summary>
    DayTooFar,
    /// <summary>{0}: the most weeks.</summary>
    WeeksNotValid,
    /// <summary>{0}: the most meals.</summary>
    CapacityNotValid,
    DaysMissing,
    /// <summary>Places are sold by day, or by week.</summary>
    CapacityPerStands,
    ProgrammeOver,
    AlreadyApplied,
    /// <summary>{0}: the campaign.</summary>
    CareSiteMissing,
    /// <summary>{0}: the campaign.</summary>
    RestaurantMissing,
}

/// <summary>One thing wrong with one field of a request.</summary>
/// <param name="Reason">Names the text.</param>
/// <param name="Field">The input it is about, or null for the whole.</param>
/// <param name="Args">Values for the text's placeholders; <see cref="Money"/> is written as the reader's culture does.</param>
public sealed record Problem(Reason Reason, string? Field, IReadOnlyList<object> Args);

/// <summary>A clear no with its reasons. Nothing was changed. Bugs throw other exceptions.</summary>
public sealed class Refusal : Exception
{
    public Refusal(Reason reason, string? field = null, params object[] args)
        : this([new Problem(reason, field, args)])
    {
    }

    public Refusal(IReadOnlyList<Problem> problems)
        : base(string.Join(", ", problems.Select(p => p.Field is null ? $"{p.Reason}" : $"{p.Field}: {p.Reason}"))) => Problems = problems;

    public IReadOnlyList<Problem> Problems { get; }
}
