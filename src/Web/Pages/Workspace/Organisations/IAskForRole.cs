using Solidarity.Domain.Organisations;

namespace Solidarity.Web.Pages.Workspace.Organisations;

/// <summary>A page with the choice of <c>_Roles</c>.</summary>
public interface IAskForRole
{
    OrganisationRole Role { get; }
}
