namespace Stripe;

public interface INestedOptions
{
}
