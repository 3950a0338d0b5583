using static Solidarity.StripeSandbox.Api.Rules;

namespace Solidarity.StripeSandbox.Payments;

/// <summary>https://docs.stripe.com/api/customers.</summary>
internal static class CustomerEndpoints
{
    private const string Path = "/v1/customers";

    private static readonly Shape WriteShape = new()
    {
        { "description", Unsettable }, { "email", Unsettable }, { "metadata", Rules.Metadata }, { "name", Unsettable },
        { "phone", Unsettable }, { "preferred_locales", ListOf(Text) },
    };

    public static IEnumerable<ApiRoute> All =>
    [
        ApiRoute.Post(Path, WriteShape, call => Write(call, new Customer { Id = Ids.New("cus_", 14), Account = call.Account, Created = call.Now })),
        ApiRoute.List(Path, new Shape { { "created", Rules.Range }, { "email", Text } }, call => Page.Of<Customer>(call, Path, ["email"])),
        ApiRoute.Get(Path + "/{id}", call => call.Render(call.Subject<Customer>("customer"))),
        ApiRoute.Post(Path + "/{id}", WriteShape, call => Write(call, call.Subject<Customer>("customer"))),
    ];

    private static JsonObject Write(Call call, Customer customer)
    {
        var given = call.Params;
        if (given.Has("email")) customer.Email = given.Text("email");
        if (given.Has("name")) customer.Name = given.Text("name");
        if (given.Has("phone")) customer.Phone = given.Text("phone");
        if (given.Has("description")) customer.Description = given.Text("description");
        if (given.Has("preferred_locales")) customer.PreferredLocales = [.. given.Texts("preferred_locales")];
        customer.Metadata = given.Merged(customer.Metadata);
        return call.Render(call.Work.Save(customer));
    }
}
