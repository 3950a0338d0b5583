using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Solidarity.Browser.Tests.Running;

namespace Solidarity.Browser.Tests.Visiting;

/// <summary>The steps of buying, cooking and serving meals that several journeys share.</summary>
internal static class Meals
{
    public const string Campaign = "mille-repas-pour-bruxelles";
    public const string Ward = "Urgences";

    /// <summary>Of <see cref="Ward"/> in the demo.</summary>
    public const string WardEmail = "urgences@sainte-ombeline.example";

    /// <summary>Whose kitchen <see cref="DemoPeople.Restaurant"/> runs.</summary>
    public const string Fatiha = "Chez Fatiha";

    /// <summary>Whose kitchen <see cref="DemoPeople.Cook"/> works in.</summary>
    public const string Marmite = "La Petite Marmite";

    public static string Kitchen(string restaurant) => $"/workspace/organisations/{restaurant.ToLowerInvariant().Replace(' ', '-')}/kitchen";

    /// <summary>On the giving form: one meal of each of these restaurants for the ward, and the address.</summary>
    public static async Task ChooseMealsAsync(this Visitor visitor, params string[] restaurants)
    {
        await visitor.PressAsync(visitor.Page.Locator("#site label").Filter(new() { HasText = Ward }));
        foreach (var restaurant in restaurants)
            await visitor.Page.GetByLabel(restaurant).FillAsync("1");
        await visitor.Page.Locator("#email").FillAsync(visitor.Email);
    }

    /// <summary>To the gift's page, paid by card, with everything done that follows.</summary>
    public static async Task PayForMealsAsync(this Visitor visitor)
    {
        await visitor.GoToPaymentAsync();
        await visitor.PayByCardAsync(Giving.Pays);
        await visitor.WaitForHeadingAsync(visitor.Words["Gifts.TitleMealsPaid"]);
        await visitor.AllIsDoneAsync(visitor.GiftToken);
        await visitor.Page.ReloadAsync();
    }

    public static async Task BuyAsync(this Visitor visitor, params string[] restaurants)
    {
        await visitor.OpenAsync($"/campaigns/{Campaign}/give");
        await visitor.ChooseMealsAsync(restaurants);
        await visitor.PayForMealsAsync();
    }

    /// <summary>The way of one restaurant's meals on the gift's page.</summary>
    public static ILocator WayOf(this Visitor visitor, string restaurant) => visitor.Page.Locator("section[aria-labelledby^=meals-]").Filter(new() { HasText = restaurant });

    /// <summary>All that waits for the ward in that kitchen goes into one delivery.</summary>
    /// <returns>The delivery.</returns>
    public static async Task<Guid> PlanAsync(this Visitor cook, string restaurant)
    {
        await cook.OpenAsync(Kitchen(restaurant));
        await cook.LookAsync("kitchen");
        await cook.PressAsync(cook.Page.Locator("section[aria-labelledby=waiting] li").Filter(new() { HasText = Ward }).GetByRole(AriaRole.Link));
        await cook.LookAsync("kitchen, plan");
        await cook.PressAsync(cook.Page.GetByRole(AriaRole.Button, new() { Name = cook.Words["Kitchen.Plan"] }));
        await Assertions.Expect(cook.Page.GetByText(cook.Words["Kitchen.DonePlanned"])).ToBeVisibleAsync();
        await cook.LookAsync("kitchen, slip");
        return Guid.Parse(new Uri(cook.Page.Url).AbsolutePath.Split('/')[^1], CultureInfo.InvariantCulture);
    }

    /// <summary>The delivery's day has come, whenever the restaurant cooks next.</summary>
    /// <param name="button">Leave or Deliver.</param>
    public static async Task MoveAsync(this Visitor cook, string restaurant, Guid delivery, string button)
    {
        await using (var db = cook.Installation.Database())
        {
            var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
            await db.MealDeliveries.Where(d => d.Id == delivery).ExecuteUpdateAsync(set => set.SetProperty(d => d.Day, today));
        }

        await cook.OpenAsync(Kitchen(restaurant));
        await cook.PressAsync(cook.Page.Locator("article").Filter(new() { Has = cook.Page.Locator($"input[value='{delivery}']") }).GetByRole(AriaRole.Button, new() { Name = cook.Words[$"Kitchen.{button}"] }));
        await Assertions.Expect(cook.Page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();
    }

    /// <summary>Path of the ward's page, out of the mail that the ward got.</summary>
    public static async Task<string> LinkOfWardAsync(this Installation installation, Guid delivery)
    {
        string token;
        await using (var db = installation.Database())
            token = await db.MealDeliveries.Where(d => d.Id == delivery).Select(d => d.Token).SingleAsync();
        await Patience.UntilAsync("the ward has a mail with its link", async () =>
        {
            foreach (var file in Directory.EnumerateFiles(installation.Mailbox, "*.eml"))
            {
                // Lines of quoted-printable end wherever they must.
                var mail = (await File.ReadAllTextAsync(file)).ReplaceLineEndings("\n").Replace("=\n", "", StringComparison.Ordinal);
                if (mail.Contains(WardEmail, StringComparison.Ordinal) && mail.Contains($"/deliveries/{token}", StringComparison.Ordinal))
                    return true;
            }

            return false;
        });
        return $"/deliveries/{token}";
    }
}
