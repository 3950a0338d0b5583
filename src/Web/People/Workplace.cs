using Solidarity.Domain.Organisations;
using Solidarity.Domain.People;

namespace Solidarity.Web.People;

/// <summary>Where in an organisation's workspace a request is, and who asks. Found while rights are checked; pages take it from <see cref="WorkplaceExtensions.Workplace"/>.</summary>
/// <param name="ProjectId">Null on pages of the organisation itself.</param>
/// <param name="CampaignId">Null on pages that are not a campaign's.</param>
public sealed record Workplace(Guid PersonId, OrganisationRole Role, Guid OrganisationId, string Organisation, string OrganisationName, Guid? ProjectId, Guid? CampaignId)
{
    public bool May(Right right) => Role.Has(right);
}

public static class WorkplaceExtensions
{
    /// <exception cref="InvalidOperationException">The page asks for no right over an organisation.</exception>
    public static Workplace Workplace(this HttpContext context) =>
        context.Features.Get<Workplace>() ?? throw new InvalidOperationException("This page asks for no right over an organisation.");
}
