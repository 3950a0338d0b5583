using Microsoft.Extensions.DependencyInjection;
using Solidarity.Domain.Pictures;

namespace Solidarity.Domain.Projects;

internal static class ProjectsSetup
{
    public static void AddProjects(this IServiceCollection services) =>
        services.AddScoped<StartProject>().AddScoped<WriteStory>().AddScoped<KeepDraft>().AddScoped<PublishStory>().AddScoped<ChangeLists>().AddScoped<ChangeLanguage>().AddScoped<ChooseCover>().AddScoped<DescribePicture>().AddScoped<DeleteDraft>();
}
