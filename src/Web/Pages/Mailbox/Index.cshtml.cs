using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Solidarity.Jobs.Mail;
using Solidarity.Web.People;
using Solidarity.Web.Setup;

namespace Solidarity.Web.Pages.Mailbox;

/// <summary>The mail that development does not send.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[Everyone]
public sealed class IndexModel(Settings settings, MailboxReader mailbox) : PageModel
{
    /// <summary>Of each kind, so that a hundred receipts hide no letter.</summary>
    private const int Newest = 25;

    public IReadOnlyList<MailboxEntry> Mails { get; private set; } = [];

    public IActionResult OnGet()
    {
        if (!settings.Development)
            return NotFound();
        Mails = [.. mailbox.List(int.MaxValue).GroupBy(m => m.File.Split('-')[0]).SelectMany(kind => kind.Take(Newest)).OrderByDescending(m => m.Date)];
        return Page();
    }
}
