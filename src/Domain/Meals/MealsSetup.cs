using Microsoft.Extensions.DependencyInjection;

namespace Solidarity.Domain.Meals;

internal static class MealsSetup
{
    public static void AddMeals(this IServiceCollection services) => services
        .AddScoped<TakePlaces>().AddScoped<CountMeals>().AddScoped<FundVouchers>().AddScoped<RefundMeals>().AddScoped<LoseMeals>()
        .AddScoped<PlanDelivery>().AddScoped<MoveDelivery>().AddScoped<ConfirmDelivery>().AddScoped<RedeemVoucher>()
        .AddScoped<PlanMealMails>().AddScoped<TellOfShortage>().AddScoped<SettleDelivery>().AddScoped<ThankForMeals>().AddScoped<DecideMealThanks>()
        .AddScoped<ServeCode>().AddScoped<MakeSheet>().AddScoped<EnterSheet>()
        .AddScoped<WaitForMeals>()
        .AddScoped<ApplyToCook>().AddScoped<ChangeCook>().AddScoped<AnswerCook>().AddScoped<ChangeCareSites>();
}
