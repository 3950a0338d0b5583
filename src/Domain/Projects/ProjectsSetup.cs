using Microsoft.Extensions.DependencyInjection;

namespace Solidarity.Domain.Projects;

internal static class ProjectsSetup
{
    public static void AddProjects(this IServiceCollection services) =>
        services.AddScoped<StartProject>().AddScoped<WriteStory>().AddScoped<KeepDraft>().AddScoped<PublishStory>().AddScoped<ChangeLists>().AddScoped<ChangeLanguage>();
}
