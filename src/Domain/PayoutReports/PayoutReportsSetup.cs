using Microsoft.Extensions.DependencyInjection;
using Solidarity.Domain.Partners;

namespace Solidarity.Domain.PayoutReports;

internal static class PayoutReportsSetup
{
    public static void AddPayoutReports(this IServiceCollection services) =>
        services.AddScoped<BookMovements>().AddScoped<MakePayoutReport>().AddScoped<CheckPayoutReports>().AddScoped<ChangeVat>();
}
