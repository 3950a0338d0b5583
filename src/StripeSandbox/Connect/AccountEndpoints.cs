namespace Solidarity.StripeSandbox.Connect;

/// <summary>https://docs.stripe.com/api/accounts, account links and login links.</summary>
internal static class AccountEndpoints
{
    private const string Path = "/v1/accounts";

    public static IEnumerable<ApiRoute> All =>
    [
        ApiRoute.Post(Path, AccountShapes.Create, Create),
        ApiRoute.List(Path, new Shape { { "created", Rules.Range } }, call => Page.Of<Account>(call, Path, [])),
        ApiRoute.Get("/v1/account", call => call.Render(call.Store.Get<Account>(call.Account))),
        ApiRoute.Get(Path + "/{id}", call => call.Render(Subject(call))),
        ApiRoute.Post(Path + "/{id}", AccountShapes.Update, Update),
        ApiRoute.Post(Path + "/{id}/login_links", [], LoginLink),
        ApiRoute.Post("/v1/account_links", AccountShapes.Link, Link),
    ];

    /// <summary>The platform sees itself and its connected accounts, a connected account only itself.</summary>
    private static Account? Visible(Call call, string id) =>
        call.Store.Find<Account>(id) is { } found && (call.IsPlatform || found.Id == call.Account) ? found : null;

    private static Account Subject(Call call) => Visible(call, call.Id) ?? throw new StripeError(403, "invalid_request_error",
        $"The provided key 'sk_test_***' does not have access to account '{call.Id}' (or that account does not exist). Application access may have been revoked.")
    {
        Code = "account_invalid",
    };

    private static JsonObject Create(Call call)
    {
        var given = call.Params;
        if (given.Has("type") && given.Has("controller"))
            throw Refuse.Malformed("The `type` and `controller` parameters cannot be used together.", null, "type");
        var dashboard = given.Object("controller")?.Object("stripe_dashboard")?.Text("type");
        var type = given.Text("type") ?? (dashboard switch { "express" => "express", "none" => "custom", _ => given.Has("controller") ? "none" : "standard" });
        if (type == "none") type = "standard";
        var account = new Account
        {
            Id = Ids.New("acct_", 16),
            Account = call.Account,
            Created = call.Now,
            Country = given.Text("country")?.ToUpperInvariant() ?? "BE",
            DefaultCurrency = given.Currency("default_currency") ?? "eur",
            Type = type,
            Controller = Controller(given.Object("controller"), type),
            Capabilities = Capabilities(given.Object("capabilities")),
        };
        Write(given, account);
        return call.Render(call.Work.Save(account));
    }

    private static JsonObject Update(Call call)
    {
        var account = Subject(call);
        Write(call.Params, account);
        foreach (var (name, state) in Capabilities(call.Params.Object("capabilities")))
            account.Capabilities.TryAdd(name, account.DetailsSubmitted ? "active" : state);
        account.Updated(call.Work);
        return call.Render(account);
    }

    private static void Write(Params given, Account account)
    {
        var profile = given.Object("business_profile");
        account.Email = given.Text("email") ?? account.Email;
        account.BusinessType = given.Text("business_type") ?? account.BusinessType;
        account.Name = profile?.Text("name") ?? account.Name;
        account.Url = profile?.Text("url") ?? account.Url;
        account.ProductDescription = profile?.Text("product_description") ?? account.ProductDescription;
        account.Metadata = given.Merged(account.Metadata);
    }

    /// <summary>What is asked for begins inactive: onboarding activates it.</summary>
    private static Dictionary<string, string> Capabilities(Params? asked) => asked is not { } wanted ? [] : wanted.Node.Children.Keys
        .Where(name => wanted.Object(name)!.Value.Flag("requested")).ToDictionary(name => name, _ => "inactive");

    private static AccountController Controller(Params? given, string type) => new()
    {
        FeesPayer = given?.Object("fees")?.Text("payer") ?? (type == "standard" ? "account" : $"application_{type}"),
        LossesPayments = given?.Object("losses")?.Text("payments") ?? (type == "standard" ? "stripe" : "application"),
        RequirementCollection = given?.Text("requirement_collection") ?? (type == "custom" ? "application" : "stripe"),
        Dashboard = given?.Object("stripe_dashboard")?.Text("type") ?? (type switch { "express" => "express", "custom" => "none", _ => "full" }),
    };

    private static JsonObject Link(Call call)
    {
        var account = Visible(call, call.Params.Required("account")) ?? throw Refuse.NoSuch("account", call.Params.Required("account"), "account");
        var link = call.Work.Save(new OnboardingLink
        {
            Id = Ids.New("link_"),
            Account = call.Account,
            Created = call.Now,
            AccountId = account.Id,
            ReturnUrl = call.Params.Required("return_url"),
            RefreshUrl = call.Params.Required("refresh_url"),
        });
        return link.Render(call.Work.View);
    }

    private static JsonObject LoginLink(Call call)
    {
        var account = Subject(call);
        if (account.Controller.Dashboard != "express")
            throw Refuse.Impossible($"Cannot create a login link for an account that does not have access to the Express Dashboard: {account.Id}.");
        if (!account.DetailsSubmitted)
            throw Refuse.Impossible("Cannot create a login link for an account that has not completed onboarding.");
        return new JsonObject { ["object"] = "login_link", ["created"] = call.Now, ["url"] = $"{call.Work.View.PublicUrl}/express/{account.Id}" };
    }
}
