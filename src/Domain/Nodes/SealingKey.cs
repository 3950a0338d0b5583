namespace Solidarity.Domain.Nodes;

/// <summary>A key that cookies, forms and links are sealed with, the same on every node, as ASP.NET Core's data protection writes it.</summary>
public class SealingKey
{
    /// <summary>Counted by the writer: of two nodes that make a key at the same moment one comes through, and both use that.</summary>
    public required int Id { get; init; }

    public required string Name { get; init; }

    public required string Xml { get; init; }
}
