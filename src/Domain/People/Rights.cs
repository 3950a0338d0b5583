using Solidarity.Domain.Organisations;

namespace Solidarity.Domain.People;

/// <summary>Who may do what: the one place that says so.</summary>
public static class Rights
{
    private static readonly Dictionary<OrganisationRole, Right[]> InOrganisation = new()
    {
        [OrganisationRole.Owner] =
        [
            Right.SeeWorkspace, Right.WriteWords, Right.PublishWords, Right.ManageCampaigns, Right.SeeGifts, Right.ThankGivers, Right.ServeMeals, Right.TakePart, Right.SeeMoney, Right.MoveMoney, Right.ManageTeam,
        ],
        [OrganisationRole.Editor] = [Right.SeeWorkspace, Right.WriteWords, Right.PublishWords, Right.ManageCampaigns, Right.SeeGifts, Right.ThankGivers, Right.ServeMeals, Right.TakePart],
        [OrganisationRole.Accountant] = [Right.SeeWorkspace, Right.SeeGifts, Right.SeeMoney, Right.MoveMoney],
        [OrganisationRole.Assistant] = [Right.SeeWorkspace, Right.WriteWords, Right.SeeGifts, Right.ThankGivers, Right.ServeMeals],
    };

    private static readonly Dictionary<PlatformRole, Right[]> OnPlatform = new()
    {
        [PlatformRole.None] = [],
        [PlatformRole.Moderator] = [Right.Moderate],
        [PlatformRole.Administrator] = [Right.Moderate, Right.Administer],
    };

    /// <summary>Rights that a stolen password alone must not open: whoever uses them signs in with a passkey or a second factor.</summary>
    private static readonly HashSet<Right> AskingMore = [Right.MoveMoney, Right.ManageTeam, Right.Moderate, Right.Administer];

    /// <summary>Rights over one organisation and what belongs to it.</summary>
    public static bool Has(this OrganisationRole role, Right right) => InOrganisation[role].Contains(right);

    /// <summary>Rights over the platform. They open no organisation's workspace: operators have pages of their own.</summary>
    public static bool Has(this PlatformRole role, Right right) => OnPlatform[role].Contains(right);

    public static bool IsOfOrganisation(this Right right) => InOrganisation[OrganisationRole.Owner].Contains(right);

    public static bool AsksMore(this Right right) => AskingMore.Contains(right);
}
