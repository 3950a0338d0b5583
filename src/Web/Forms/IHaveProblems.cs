using Solidarity.Domain;

namespace Solidarity.Web.Forms;

/// <summary>A page whose form may come back with what is wrong with it: what the error summary (_Problems) shows.</summary>
public interface IHaveProblems
{
    IReadOnlyList<Problem> Problems { get; }

    /// <summary>The id of the input to go to; null where the problem is of none.</summary>
    string? InputOf(Problem problem);
}
