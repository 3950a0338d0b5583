namespace Solidarity.Web.Texts;

// One class a topic, with its texts beside it: Give.resx is English, Give.fr.resx French, and so on.
// Pages ask for them as IStringLocalizer<Give>.

public sealed class Shared;

public sealed class Home;

public sealed class Projects;

public sealed class Campaigns;

public sealed class Give;

public sealed class Gifts;

public sealed class Meals;

public sealed class Kitchen;

/// <summary>A ward's page, its thanks, and what becomes of deliveries with a problem.</summary>
public sealed class Ward;

/// <summary>A restaurant's counter, and its sheets for days without net.</summary>
public sealed class Counter;

/// <summary>A gift's meals on paper, to be eaten at the counter.</summary>
public sealed class Vouchers;

/// <summary>Waiting for meals, meals in somebody's name, and what the public sees of a programme.</summary>
public sealed class MealGivers;

/// <summary>Setting a meals programme up: care sites, restaurants, taking part.</summary>
public sealed class Programmes;

public sealed class Ledger;

public sealed class Checkout;

public sealed class Refusals;

public sealed class Errors;

public sealed class HowItWorks;

public sealed class Legal;

public sealed class Mailbox;

public sealed class Workspace;

public sealed class Reviews;

public sealed class Moderation;

public sealed class Reports;

public sealed class Trail;

public sealed class Payouts;

public sealed class PayoutReports;

public sealed class Account;

public sealed class Updates;

public sealed class WritingUpdates;

/// <summary>An organisation's own pages, and invitations to it.</summary>
public sealed class Organisations;

/// <summary>A project's workspace: its words, their history, questions, people.</summary>
public sealed class Writing;

/// <summary>A campaign's workspace.</summary>
public sealed class CampaignWork;

public sealed class My;

public sealed class Administration;
