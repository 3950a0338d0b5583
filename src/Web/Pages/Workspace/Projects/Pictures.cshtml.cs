using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Domain.Pictures;
using Solidarity.Domain.Projects;
using Solidarity.Web.People;
using Solidarity.Web.Pictures;

namespace Solidarity.Web.Pages.Workspace.Projects;

/// <summary>The organisation's pictures: more of them, the line that shows one in a text, and which is the project's cover.</summary>
[Asks(Right.WriteWords)]
[TakesPictures]
public sealed class PicturesModel(SolidarityDb db, StorePicture store, RemovePicture remove, ChooseCover choose, DescribePicture describe) : ProjectPage(db)
{
    /// <summary>Of one organisation: all stand on this page.</summary>
    private const int Most = 200;

    [BindProperty]
    public IFormFile? Picture { get; set; }

    [BindProperty]
    public string? Alt { get; set; }

    /// <summary>The newest first.</summary>
    public List<Picture> Pictures { get; private set; } = [];

    public bool HasCover => Project.CoverPictureId is not null || Project.Cover is not null;

    public bool MayChoose => Project.Status == ProjectStatus.Draft || (Project.Status != ProjectStatus.InReview && Workplace.May(Right.PublishWords));

    public async Task OnGetAsync(CancellationToken cancel) =>
        Pictures = await Db.Pictures.AsNoTracking().Where(p => p.OrganisationId == Workplace.OrganisationId).OrderByDescending(p => p.CreatedAt).ToListAsync(cancel);

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => DoAsync("PictureTaken", async () =>
    {
        if (await Db.Pictures.CountAsync(p => p.OrganisationId == Workplace.OrganisationId, cancel) >= Most)
            throw new Refusal(Reason.TooManyRows, "picture", Most);
        await using var upload = Picture?.OpenReadStream() ?? Stream.Null;
        await store.RunAsync(upload, Picture?.FileName ?? "", Alt ?? "", Workplace.OrganisationId, Me, cancel);
    }, cancel);

    /// <param name="picture">None to take the cover away.</param>
    public Task<IActionResult> OnPostCoverAsync(Guid? picture, CancellationToken cancel) => DoAsync(picture is null ? "CoverGone" : "CoverChosen", async () =>
    {
        MayShow();
        await choose.RunAsync(Project.Id, picture, Me, cancel);
    }, cancel);

    public Task<IActionResult> OnPostRemoveAsync(Guid picture, CancellationToken cancel) =>
        DoAsync("RowRemoved", () => remove.RunAsync(picture, Workplace.OrganisationId, Me, cancel), cancel);

    public Task<IActionResult> OnPostDescribeAsync([FromForm(Name = "picture")] Guid id, CancellationToken cancel) =>
        DoAsync("PictureDescribed", () => describe.RunAsync(id, Workplace.OrganisationId, Alt, Me, cancel), cancel);

    private async Task<IActionResult> DoAsync(string done, Func<Task> what, CancellationToken cancel)
    {
        try
        {
            await what();
            return Then($"{Home}/pictures", done);
        }
        catch (Refusal refusal)
        {
            await OnGetAsync(cancel);
            return Refused(refusal);
        }
    }
}
