namespace Solidarity.StripeNet.Tests.Reference;

[AttributeUsage(AttributeTargets.Method)]
internal sealed class ReferenceFactAttribute : FactAttribute
{
    public ReferenceFactAttribute()
    {
        if (!StripeReference.IsHere)
            Skip = "No shared/stripe above or beside the repository: Stripe's published description is not part of it.";
    }
}
