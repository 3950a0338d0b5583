using Solidarity.Domain;

namespace Solidarity.Web.Forms;

/// <summary>A page whose form may come back with what is wrong with it: what the error summary (_Problems) shows.</summary>
public interface IHaveProblems
{
    IReadOnlyList<Problem> Problems { get; }

    /// <summary>What was typed before the session ended, shown again and not yet saved; null on any other visit.</summary>
    IFormCollection? GivenBack => null;

    /// <summary>The id of the input to go to; null where the problem is of none.</summary>
    string? InputOf(Problem problem);

    /// <returns>What the input is called, to name it before the problem; null where the problem says it.</returns>
    string? LabelOf(Problem problem) => null;
}
