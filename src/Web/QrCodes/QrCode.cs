using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using QRCoder;

namespace Solidarity.Web.QrCodes;

/// <summary>A QR code drawn in the page itself: black on white also where the page is dark, and by attributes alone, because it may hold no styles.</summary>
internal static class QrCode
{
    /// <param name="text">What a reader gets. Capitals, digits and dashes make a smaller picture than other signs.</param>
    /// <param name="label">For those who do not see it.</param>
    public static IHtmlContent Svg(string text, string label)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var side = data.ModuleMatrix.Count;
        return new HtmlString($"<svg class=\"qr\" viewBox=\"0 0 {side} {side}\" role=\"img\" aria-label=\"{HtmlEncoder.Default.Encode(label)}\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/><path fill=\"#000\" d=\"{Dark(data)}\"/></svg>");
    }

    /// <summary>A rectangle for each run of dark squares.</summary>
    private static string Dark(QRCodeData data)
    {
        var path = new StringBuilder();
        for (var y = 0; y < data.ModuleMatrix.Count; y++)
        {
            var row = data.ModuleMatrix[y];
            for (var x = 0; x < row.Length; x++)
            {
                var begin = x;
                while (x < row.Length && row[x])
                    x++;
                if (x > begin)
                    path.Append('M').Append(begin).Append(' ').Append(y).Append('h').Append(x - begin).Append("v1h-").Append(x - begin).Append('z');
            }
        }

        return path.ToString();
    }
}
