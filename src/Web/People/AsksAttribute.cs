using Microsoft.AspNetCore.Authorization;
using Solidarity.Domain.People;

namespace Solidarity.Web.People;

/// <summary>
/// What a page asks of whoever opens it. A right over an organisation is asked for the one that the address names: by the route
/// value "organisation", "project" or "campaign", each a slug.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class AsksAttribute(Right toSee) : AuthorizeAttribute, IAuthorizationRequirementData
{
    private readonly Right? _toPost;

    public Right ToSee => toSee;

    /// <summary>What sending its forms asks, where that is more than looking at it.</summary>
    public Right ToPost
    {
        get => _toPost ?? toSee;
        init => _toPost = value;
    }

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [new AskedRight(ToSee, ToPost)];
}

public sealed record AskedRight(Right ToSee, Right ToPost) : IAuthorizationRequirement
{
    public Right For(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) ? ToSee : ToPost;
}
