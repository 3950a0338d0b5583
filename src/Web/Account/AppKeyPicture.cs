using QRCoder;

namespace Solidarity.Web.Account;

/// <summary>The key of an authenticator app as a QR code.</summary>
internal static class AppKeyPicture
{
    private const int PixelsPerModule = 6;

    /// <remarks>The address that apps read: https://github.com/google/google-authenticator/wiki/Key-Uri-Format.</remarks>
    public static byte[] Png(string site, string account, string key)
    {
        var address = $"otpauth://totp/{Uri.EscapeDataString(site)}:{Uri.EscapeDataString(account)}?secret={key}&issuer={Uri.EscapeDataString(site)}&digits=6";
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var picture = new PngByteQRCode(data);
        return picture.GetGraphic(PixelsPerModule);
    }
}
