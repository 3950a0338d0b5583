using Stripe.Infrastructure;

namespace Stripe;

/// <summary>A reference that Stripe sends as an id, or as the whole object when the caller asked with <c>expand</c>.</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(ExpandableFieldConverter))]
internal sealed class ExpandableField<T>
    where T : class, IHasId
{
    public string? Id { get; private init; }

    public T? ExpandedObject { get; private init; }

    public static ExpandableField<T>? Of(string? id) => id is null ? null : new() { Id = id };

    public static ExpandableField<T>? Of(T? value) => value is null ? null : new() { Id = value.Id, ExpandedObject = value };

    /// <summary>A new id drops an object that no longer fits it.</summary>
    public static ExpandableField<T>? WithId(ExpandableField<T>? field, string? id) => id == field?.Id ? field : Of(id);
}
