using Microsoft.AspNetCore.Mvc;
using Solidarity.Web.Forms;

namespace Solidarity.Web.Pages.My;

/// <summary>Says what is erased and what is kept, and asks for the address once more.</summary>
public abstract class ErasingPage : FormPage
{
    [BindProperty]
    public string? Email { get; set; }

    /// <summary>Of whom everything is erased.</summary>
    public string Address { get; protected set; } = "";

    /// <summary>An account, or an address alone.</summary>
    public abstract bool IsPerson { get; }
}
