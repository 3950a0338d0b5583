using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Trail;

namespace Solidarity.Domain.Projects;

/// <summary>Questions with their answers, and the people whom a project names: added, changed, put in order, removed. Shown at once.</summary>
public sealed class ChangeLists(SolidarityDb db, TimeProvider clock)
{
    public const int MostRows = 40;

    /// <param name="id">Null to add one.</param>
    /// <exception cref="Refusal">Something is missing or too long, or somebody else removed it.</exception>
    public async Task SaveQuestionAsync(Guid projectId, Guid? id, string? question, string? answer, Guid personId, CancellationToken cancel)
    {
        var asked = new FormWords();
        var (line, words) = (asked.Line(question, "question", ProjectQuestion.LongestQuestion), asked.Words(answer, "answer", ProjectQuestion.LongestAnswer));
        asked.Refuse();
        if (id is { } known)
        {
            var row = await db.ProjectQuestions.SingleOrDefaultAsync(q => q.Id == known && q.ProjectId == projectId, cancel) ?? throw new Refusal(Reason.NoLongerThere);
            (row.Question, row.Answer) = (line, words);
        }
        else
        {
            var position = await NextAsync(db.ProjectQuestions.Where(q => q.ProjectId == projectId), q => q.Position, cancel);
            db.Add(new ProjectQuestion { Id = NewId(), ProjectId = projectId, Position = position, Question = line, Answer = words });
        }

        await NoteAsync(id is null ? "QuestionAdded" : "QuestionChanged", projectId, line, personId, cancel);
    }

    /// <param name="id">Null to add one.</param>
    /// <exception cref="Refusal">Something is missing or too long, or somebody else removed it.</exception>
    public async Task SavePersonAsync(Guid projectId, Guid? id, string? name, string? part, Guid personId, CancellationToken cancel)
    {
        var asked = new FormWords();
        var (line, words) = (asked.Line(name, "name", ProjectPerson.LongestName), asked.Line(part, "part", ProjectPerson.LongestPart));
        asked.Refuse();
        if (id is { } known)
        {
            var row = await db.ProjectPeople.SingleOrDefaultAsync(p => p.Id == known && p.ProjectId == projectId, cancel) ?? throw new Refusal(Reason.NoLongerThere);
            (row.Name, row.Part) = (line, words);
        }
        else
        {
            var position = await NextAsync(db.ProjectPeople.Where(p => p.ProjectId == projectId), p => p.Position, cancel);
            db.Add(new ProjectPerson { Id = NewId(), ProjectId = projectId, Position = position, Name = line, Part = words });
        }

        await NoteAsync(id is null ? "PersonAdded" : "PersonChanged", projectId, line, personId, cancel);
    }

    /// <summary>One place up, or down. At the end of the list nothing happens.</summary>
    public Task MoveQuestionAsync(Guid projectId, Guid id, bool up, CancellationToken cancel) => MoveAsync(db.ProjectQuestions.Where(q => q.ProjectId == projectId), id, up, cancel);

    /// <summary>One place up, or down. At the end of the list nothing happens.</summary>
    public Task MovePersonAsync(Guid projectId, Guid id, bool up, CancellationToken cancel) => MoveAsync(db.ProjectPeople.Where(p => p.ProjectId == projectId), id, up, cancel);

    public async Task RemoveQuestionAsync(Guid projectId, Guid id, Guid personId, CancellationToken cancel)
    {
        if (await db.ProjectQuestions.SingleOrDefaultAsync(q => q.Id == id && q.ProjectId == projectId, cancel) is not { } row)
            return;
        db.Remove(row);
        await NoteAsync("QuestionRemoved", projectId, row.Question, personId, cancel);
    }

    public async Task RemovePersonAsync(Guid projectId, Guid id, Guid personId, CancellationToken cancel)
    {
        if (await db.ProjectPeople.SingleOrDefaultAsync(p => p.Id == id && p.ProjectId == projectId, cancel) is not { } row)
            return;
        db.Remove(row);
        await NoteAsync("PersonRemoved", projectId, row.Name, personId, cancel);
    }

    private Guid NewId() => Guid.CreateVersion7(clock.GetUtcNow());

    private static async Task<int> NextAsync<T>(IQueryable<T> rows, Expression<Func<T, int>> position, CancellationToken cancel)
    {
        var positions = await rows.Select(position).ToListAsync(cancel);
        return positions.Count < MostRows ? positions.DefaultIfEmpty(-1).Max() + 1 : throw new Refusal(Reason.TooManyRows, null, MostRows);
    }

    private async Task MoveAsync<T>(IQueryable<T> rows, Guid id, bool up, CancellationToken cancel)
        where T : class, IPlaced
    {
        var list = (await rows.ToListAsync(cancel)).OrderBy(r => r.Position).ThenBy(r => r.Id).ToList();
        var at = list.FindIndex(r => r.Id == id);
        var to = up ? at - 1 : at + 1;
        if (at < 0 || to < 0 || to >= list.Count)
            return;
        (list[at], list[to]) = (list[to], list[at]);
        for (var i = 0; i < list.Count; i++)
            list[i].Position = i;
        await db.SaveChangesAsync(cancel);
    }

    private async Task NoteAsync(string act, Guid projectId, string words, Guid personId, CancellationToken cancel)
    {
        var project = await db.Projects.Where(p => p.Id == projectId).Select(p => new { p.OrganisationId, p.Title }).SingleAsync(cancel);
        db.Note(act, personId, clock.GetUtcNow(), project.OrganisationId, projectId, project.Title, words);
        await db.SaveChangesAsync(cancel);
    }
}
