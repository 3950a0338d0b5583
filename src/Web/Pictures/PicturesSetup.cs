using Solidarity.Domain.Pictures;
using Solidarity.Web.Setup;

namespace Solidarity.Web.Pictures;

public static class PicturesSetup
{
    /// <summary>The slowest picture that is taken needs a few seconds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static IServiceCollection AddPictures(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton(s => new PictureFolder(Path.Combine(settings.Data, "pictures"), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IPictureFiles>(s => s.GetRequiredService<PictureFolder>());
        services.AddSingleton(new ImageTool(Environment.GetEnvironmentVariable("PATH") ?? "", Patience));
        services.AddSingleton<ConvertPicture>();
        services.AddSingleton<ReadQrCodes>();
        return services.AddScoped<StorePicture>().AddScoped<RemovePicture>();
    }
}
