using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Solidarity.Domain;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.People;
using Solidarity.Web.Forms;
using Solidarity.Web.Pages.Workspace.Projects;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.Campaigns;

/// <summary>Changes a campaign: all of it while it is a draft, afterwards its words and its end.</summary>
[Asks(Right.ManageCampaigns)]
public sealed class CampaignModel(SolidarityDb db, ChangeCampaign change, Site site, IStringLocalizer<Texts.CampaignWork> texts, IStringLocalizer<Texts.Writing> words) : CampaignPage(db), IAskForCampaign, IReadForms
{
    private static readonly string[] Saved = ["CampaignChanged", "CampaignWordsChanged", "CampaignEnded", "CampaignAddedTo"];

    [BindProperty(Name = "")]
    public CampaignFields Fields { get; set; } = new();

    /// <summary>Of the campaign, when the form was opened.</summary>
    [BindProperty]
    public Guid Version { get; set; }

    public IReadOnlyList<PartnerChoice> Partners { get; private set; } = [];

    /// <summary>Who saved while the form was open, and when; null where nobody did.</summary>
    public OtherHand? Theirs { get; private set; }

    public string TheirName => Theirs?.Name is { Length: > 0 } name ? name : words["Somebody"].Value;

    /// <summary>Theirs beside what is in the form.</summary>
    public ChangesShown? Changes { get; private set; }

    public bool IsDraft => Campaign.Status == CampaignStatus.Draft;

    public bool CanEnd => CampaignStates.Allows(Campaign.Status, CampaignStatus.Closed);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        (Fields, Version) = (CampaignFields.Of(Campaign, Programme, site), Campaign.Version);
        Partners = await Db.PartnersOfAsync(Project.OrganisationId, cancel);
    }

    void IReadForms.ReadForm(IFormCollection form) => Fields.ReadNeeds(form);

    public async Task<IActionResult> OnPostAsync(string? row, CancellationToken cancel)
    {
        Fields.ReadNeeds(Request.Form);
        Fields.Kind = Campaign.Kind;
        Partners = await Db.PartnersOfAsync(Project.OrganisationId, cancel);
        if (Fields.ChangeRows(row))
            return Page();
        try
        {
            // A form from when it was a draft asks for more than words, and is told no.
            if (IsDraft || Request.Form.ContainsKey("goal"))
                await change.AllAsync(Campaign.Id, Fields.Request, Version, Me, cancel);
            else
                await change.WordsAsync(Campaign.Id, Fields.Request, Version, Me, cancel);
            return IsDraft && Request.Form.ContainsKey("preview") ? Then($"{Here}/preview") : Then(Here, "Saved");
        }
        catch (Refusal refusal)
        {
            if (refusal.Problems.Any(p => p.Reason == Reason.ChangedMeanwhile))
                await BothAsync(cancel);
            return Refused(refusal);
        }
    }

    /// <summary>Somebody else saved meanwhile: both states are shown, one's own still in the form. The next time it is saved over theirs.</summary>
    private async Task BothAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        Version = Campaign.Version;
        Theirs = await Db.Trail.Where(t => t.SubjectId == Campaign.Id && Saved.Contains(t.Act)).OrderByDescending(t => t.Id)
            .Select(t => new OtherHand(Db.People.Where(p => p.Id == t.PersonId).Select(p => p.Name).FirstOrDefault(), t.At)).FirstOrDefaultAsync(cancel);
        var whole = IsDraft && Request.Form.ContainsKey("goal");
        Changes = ChangesShown.Of(words["Theirs", TheirName], CampaignFields.Of(Campaign, Programme, site).Lines(whole, Partners, site, texts), words["Yours"], Fields.Lines(whole, Partners, site, texts));
    }
}

/// <summary>Somebody else who saved.</summary>
/// <param name="Name">Null for somebody without an account.</param>
public sealed record OtherHand(string? Name, DateTimeOffset At);
