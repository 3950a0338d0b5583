using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Solidarity.Jobs.Mail;
using Solidarity.Web.People;
using Solidarity.Web.Setup;

namespace Solidarity.Web.Pages.Mailbox;

/// <summary>One mail as its reader would see it: text, HTML, attachments.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[Everyone]
public sealed class MailModel(Settings settings, MailboxReader mailbox) : PageModel
{
    /// <summary>A mail brings its own styles, and nothing else of it may run or load; its links open beside it.</summary>
    private const string MailPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

    public MailboxMail Mail { get; private set; } = null!;

    public IActionResult OnGet(string file)
    {
        if (Find(file) is not { } mail)
            return NotFound();
        Mail = mail;
        Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        return Page();
    }

    public IActionResult OnGetHtml(string file)
    {
        if (Find(file) is not { } mail)
            return NotFound();
        Response.Headers.ContentSecurityPolicy = MailPolicy;
        return Content(mail.Html.Replace("<head>", "<head><base target=\"_blank\">", StringComparison.Ordinal), "text/html", Encoding.UTF8);
    }

    public IActionResult OnGetAttachment(string file, int number) =>
        Find(file)?.Attachments.ElementAtOrDefault(number) is { } attachment ? File(attachment.Content, attachment.ContentType, attachment.FileName) : NotFound();

    private MailboxMail? Find(string file) => settings.Development ? mailbox.Read(file) : null;
}
