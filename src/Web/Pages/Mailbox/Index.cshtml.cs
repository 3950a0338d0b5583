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
    private const int Newest = 100;

    public IReadOnlyList<MailboxEntry> Mails { get; private set; } = [];

    public IActionResult OnGet()
    {
        if (!settings.Development)
            return NotFound();
        Mails = [.. mailbox.List().Take(Newest)];
        return Page();
    }
}
