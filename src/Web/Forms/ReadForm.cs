namespace Solidarity.Web.Forms;

public static class ReadForm
{
    /// <exception cref="BadHttpRequestException">It is a multipart body that ends too soon.</exception>
    public static async Task<IFormCollection> ReadWholeFormAsync(this HttpRequest request, CancellationToken cancel)
    {
        try
        {
            return await request.ReadFormAsync(cancel);
        }
        catch (IOException e) when (e is not BadHttpRequestException)
        {
            throw new BadHttpRequestException("The form cannot be read.", e);
        }
    }
}
