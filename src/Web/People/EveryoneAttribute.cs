using Microsoft.AspNetCore.Authorization;

namespace Solidarity.Web.People;

/// <summary>Open to everyone, signed in or not. Every page and address has either this or <see cref="AsksAttribute"/>; without, it is shut.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class EveryoneAttribute : Attribute, IAllowAnonymous;

public static class EveryoneExtensions
{
    /// <summary>Open to everyone, signed in or not.</summary>
    public static TBuilder ForEveryone<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new EveryoneAttribute());
}
