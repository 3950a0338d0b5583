namespace Stripe;

public abstract class StripeEntity<T> : StripeEntity
    where T : StripeEntity<T>
{
    public static new T FromJson(string value) => FromJson<T>(value);
}
