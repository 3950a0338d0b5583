using Microsoft.AspNetCore.Mvc;
using Solidarity.Domain;
using Solidarity.Domain.Meals;
using Solidarity.Web.Language;

namespace Solidarity.Web.Pages.Workspace.Programmes;

/// <summary>What the form about a care site sends.</summary>
public sealed class SiteFields
{
    public string? Name { get; set; }

    public string? Ward { get; set; }

    public string? Street { get; set; }

    public string? PostalCode { get; set; }

    public string? City { get; set; }

    public string? Contact { get; set; }

    public string? ContactEmail { get; set; }

    public string? ContactPhone { get; set; }

    public string? Language { get; set; }

    public CareSiteWords Words => new(Name, Ward, Street, PostalCode, City, Contact, ContactEmail, ContactPhone, Language);

    public static SiteFields Of(CareSite site) => new()
    {
        Name = site.Name,
        Ward = site.Ward,
        Street = site.Street,
        PostalCode = site.PostalCode,
        City = site.City,
        Contact = site.Contact,
        ContactEmail = site.ContactEmail,
        ContactPhone = site.ContactPhone,
        Language = site.Language,
    };
}

/// <summary>One care site: a new one, or one that is there.</summary>
public abstract class SitePage(SolidarityDb db, ChangeCareSites change) : ProgrammePage(db)
{
    public abstract bool IsNew { get; }

    [BindProperty(Name = "")]
    public SiteFields Fields { get; set; } = new();

    /// <summary>Of the site, when the form was opened.</summary>
    [BindProperty]
    public Guid Version { get; set; }

    protected void Begin() => Fields.Language = HttpContext.ReaderLanguage();

    protected async Task<IActionResult> SaveAsync(Guid? id, CancellationToken cancel)
    {
        try
        {
            await change.SaveAsync(Campaign.Id, id, Fields.Words, Version, Me, cancel);
            return Then($"{Here}/sites", "DoneSite");
        }
        catch (Refusal refusal)
        {
            return Refused(refusal);
        }
    }
}
