namespace Stripe;

/// <summary>An object that names its own kind in <c>object</c>, e.g. <c>charge</c>.</summary>
public interface IHasObject
{
    string Object { get; set; }
}
