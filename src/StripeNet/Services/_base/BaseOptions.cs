namespace Stripe;

/// <summary>Parameters of a request. A property left null is not sent; an empty text unsets the value at Stripe.</summary>
public class BaseOptions : INestedOptions
{
    /// <summary>References to send whole, e.g. <c>latest_charge.balance_transaction</c> (in lists: <c>data.source</c>).</summary>
    public List<string>? Expand { get; set; }

    public void AddExpand(string value) => (Expand ??= []).Add(value);

    public void AddRangeExpand(IEnumerable<string> values) => (Expand ??= []).AddRange(values);

    internal BaseOptions Clone() => (BaseOptions)MemberwiseClone();
}
