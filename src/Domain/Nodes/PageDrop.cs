namespace Solidarity.Domain.Nodes;

/// <summary>Tells every node that what pages with this tag show has changed; saved together with the change, and gone after a minute or so.</summary>
public class PageDrop
{
    public const int LongestTag = 60;

    public long Id { get; init; }

    public required string Tag { get; init; }
}
