using System.Collections;
using System.Text.Json.Serialization;
using Stripe.Infrastructure;

namespace Stripe;

/// <summary>One page of a list. Source: https://docs.stripe.com/api/pagination.</summary>
[JsonConverter(typeof(StripeListConverter))]
public class StripeList<T> : StripeEntity<StripeList<T>>, IHasObject, IEnumerable<T>
{
    public string Object { get; set; } = "list";

    public List<T> Data { get; set; } = [];

    /// <summary>More follow after the last of <see cref="Data"/>.</summary>
    public bool HasMore { get; set; }

    public string? Url { get; set; }

    public IEnumerator<T> GetEnumerator() => Data.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
