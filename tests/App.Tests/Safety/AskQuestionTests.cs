using Microsoft.Extensions.DependencyInjection;
using Solidarity.App.Tests.Site;
using Solidarity.Web.Safety;

namespace Solidarity.App.Tests.Safety;

/// <summary>A ticket is good for the form that it was made for, and as long as it says.</summary>
[Collection(SiteTests.Name)]
public sealed class AskQuestionTests(SiteFixture site)
{
    [Theory]
    // What parts ticket and form where they are signed must not be found in either: the second ticket would be good for ever.
    [InlineData("a|b", "|a", "b")]
    [InlineData("a.99999999999|b", "|a.99999999999", "b")]
    [InlineData("9b", "9", "b")]
    [InlineData(".99999999999b", ".99999999999", "b")]
    public void No_part_of_a_form_becomes_a_part_of_the_ticket(string form, string moved, string rest)
    {
        var questions = site.Services.GetRequiredService<AskQuestion>();
        var ticket = questions.Make(form).Ticket;
        var dot = ticket.LastIndexOf('.');

        Assert.True(questions.IsOurs(new Answered(form, ticket, null, null)));
        Assert.False(questions.IsOurs(new Answered(rest, ticket[..dot] + moved + ticket[dot..], null, null)));
    }
}
