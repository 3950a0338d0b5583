using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;

namespace Solidarity.Web.Forms;

/// <summary>
/// A form that comes with what <see cref="KeepForm"/> kept of it does nothing: its page is shown as when it is opened, with what was typed in
/// its fields. Rights and token are those of sending it.
/// </summary>
internal sealed class GiveBackForms(KeepForm keep) : IAsyncPageFilter
{
    /// <summary>Its pages carry what was kept along, and do what they are for.</summary>
    private const string SigningIn = "/sign-in";

    /// <summary>Before the fields are bound: they come from what was kept, and the page's GET answers.</summary>
    public async Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context)
    {
        var request = context.HttpContext.Request;
        // The page first: that of an error may come after a form that must not be looked at.
        if (context.HandlerInstance is not FormPage page || !HttpMethods.IsPost(request.Method) || !request.HasFormContentType)
            return;
        var form = await request.ReadWholeFormAsync(context.HttpContext.RequestAborted);
        if (!form.ContainsKey(KeepForm.Field) || request.Path.StartsWithSegments(SigningIn))
            return;
        // What is kept no longer, or of another form, leaves the page as it is opened: a button that promises to do nothing does nothing.
        if (keep.Read(form[KeepForm.Field]) is { } kept && kept.To == request.Path + request.QueryString)
            request.Form = page.GivenBack = kept.Collection;
        else
            request.Form = FormCollection.Empty;
        context.HandlerMethod = context.ActionDescriptor.HandlerMethods.FirstOrDefault(h => h.Name is null && HttpMethods.IsGet(h.HttpMethod));
    }

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.HandlerInstance is not FormPage { GivenBack: { } form } page)
        {
            await next();
            return;
        }

        // What the page reads from the database on being opened gives way again to what was typed.
        var typed = context.ActionDescriptor.BoundProperties.OfType<PageBoundPropertyDescriptor>().Select(p => (p.Property, Value: p.Property.GetValue(page))).ToList();
        await next();
        foreach (var (property, value) in typed.Where(t => t.Property.CanWrite))
            property.SetValue(page, value);
        (page as IReadForms)?.ReadForm(form);
    }
}

/// <summary>A page that reads more of its form than its properties say.</summary>
public interface IReadForms
{
    void ReadForm(IFormCollection form);
}
