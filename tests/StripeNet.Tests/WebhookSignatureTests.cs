using Stripe;

namespace Solidarity.StripeNet.Tests;

public class WebhookSignatureTests
{
    private const string Secret = "whsec_test";
    private const long Now = 1795348800;
    private const string Body = """{"id":"evt_1","object":"event","api_version":"2026-07-29.dahlia","type":"charge.succeeded","data":{"object":{"id":"ch_1","object":"charge","description":"Café €"}}}""";

    private static string V1(long at = Now, string secret = Secret, string body = Body) =>
        EventUtility.ComputeSignature(secret, at.ToString(System.Globalization.CultureInfo.InvariantCulture), body);

    private static void Check(string? header, string body = Body, string secret = Secret, long now = Now) =>
        EventUtility.ValidateSignature(body, header!, secret, EventUtility.DefaultTimeTolerance, now);

    // Computed with openssl: printf '1700000000.{"a":1}' | openssl dgst -sha256 -hmac whsec_x
    [Fact]
    public void The_signature_is_the_one_everyone_else_computes() =>
        Assert.Equal("b3438763ab46d9634b9844c8722818eaf523f803db1327484c6067462a5fd6d1", EventUtility.ComputeSignature("whsec_x", "1700000000", "{\"a\":1}"));

    public static TheoryData<string, string> Good => new()
    {
        { "plain", $"t={Now},v1={V1()}" },
        { "old scheme beside it", $"t={Now},v1={V1()},v0=6ffbb59b2300aae63f272406069a9788598b792a944a07aba816edb039989a39" },
        { "second of two secrets", $"t={Now},v1={V1(secret: "whsec_old")},v1={V1()}" },
        { "garbage beside it", $"t={Now},v1=xyz,v1={V1()},v2=later" },
        { "any order", $"v1={V1()},t={Now}" },
        { "spaces", $"t={Now}, v1={V1()}" },
        { "300 s old", $"t={Now - 300},v1={V1(Now - 300)}" },
        { "300 s ahead", $"t={Now + 300},v1={V1(Now + 300)}" },
    };

    public static TheoryData<string, string?> Bad => new()
    {
        { "no header", null },
        { "empty", "" },
        { "garbage", "garbage" },
        { "only separators", ",,=,=" },
        { "no time", $"v1={V1()}" },
        { "no signature", $"t={Now}" },
        { "old scheme only", $"t={Now},v0={V1()}" },
        { "another secret", $"t={Now},v1={V1(secret: "whsec_other")}" },
        { "another body", $"t={Now},v1={V1(body: Body + " ")}" },
        { "another time", $"t={Now + 1},v1={V1()}" },
        { "upper case", $"t={Now},v1={V1().ToUpperInvariant()}" },
        { "cut short", $"t={Now},v1={V1()[..32]}" },
        { "empty signature", $"t={Now},v1=" },
        { "301 s old", $"t={Now - 301},v1={V1(Now - 301)}" },
        { "301 s ahead", $"t={Now + 301},v1={V1(Now + 301)}" },
        { "time is no number", $"t=noon,v1={EventUtility.ComputeSignature(Secret, "noon", Body)}" },
        { "time overflows", $"t=99999999999999999999,v1={EventUtility.ComputeSignature(Secret, "99999999999999999999", Body)}" },
        { "far future", $"t={long.MaxValue},v1={V1(long.MaxValue)}" },
        { "negative time", $"t=-5,v1={V1(-5)}" },
        { "not ASCII", $"t={Now},v1=é€\ud800" },
    };

    [Theory]
    [MemberData(nameof(Good))]
    public void Accepted(string why, string header)
    {
        Check(header);
        Assert.NotEmpty(why);
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public void Refused(string why, string? header)
    {
        Assert.Throws<StripeException>(() => Check(header));
        Assert.NotEmpty(why);
    }

    [Fact]
    public void A_tampered_body_is_refused() =>
        Assert.Throws<StripeException>(() => Check($"t={Now},v1={V1()}", Body.Replace("ch_1", "ch_2", StringComparison.Ordinal)));

    [Fact]
    public void A_body_that_is_not_text_is_refused() =>
        Assert.Throws<StripeException>(() => Check($"t={Now},v1={V1()}", "\ud800"));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public void An_empty_secret_accepts_nothing(string? secret) =>
        Assert.Throws<StripeException>(() => Check($"t={Now},v1={V1(secret: "")}", secret: secret!));

    [Fact]
    public void A_verified_event_is_read()
    {
        var read = EventUtility.ConstructEvent(Body, EventUtility.GenerateSignatureHeader(Body, Secret, Now), Secret, 300, Now);
        Assert.Equal("charge.succeeded", read.Type);
        Assert.Equal("Café €", Assert.IsType<Charge>(read.Data?.Object).Description);
    }

    [Fact]
    public void The_clock_of_the_machine_is_used_where_none_is_given() =>
        Assert.Equal("evt_1", EventUtility.ConstructEvent(Body, EventUtility.GenerateSignatureHeader(Body, Secret), Secret).Id);

    [Theory]
    [InlineData("2026-07-29.dahlia", true)]
    [InlineData("2026-10-01.dahlia", true)]
    [InlineData("2026-10-01.edelweiss", false)]
    [InlineData("2022-11-15", false)]
    [InlineData(null, false)]
    public void Events_of_another_release_are_refused_unless_asked_for(string? version, bool fits)
    {
        var body = Body.Replace("\"2026-07-29.dahlia\"", version is null ? "null" : $"\"{version}\"", StringComparison.Ordinal);
        Assert.Equal(version, EventUtility.ParseEvent(body, throwOnApiVersionMismatch: false).ApiVersion);
        Assert.Equal(fits, EventUtility.IsCompatibleApiVersion(version));
        Assert.Equal(fits, Record.Exception(() => EventUtility.ParseEvent(body)) is not StripeException);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"data\":5}")]
    public void A_body_that_is_no_event_is_refused(string body) =>
        Assert.Throws<StripeException>(() => EventUtility.ConstructEvent(body, EventUtility.GenerateSignatureHeader(body, Secret, Now), Secret, 300, Now));
}
