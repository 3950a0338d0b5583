namespace Solidarity.TestDatabases.Translations;

/// <summary>A value of a type: any will do where only the words of a statement are wanted. Null where none comes to mind.</summary>
internal static class SomeValue
{
    public static object? Of(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
            return "x";
        if (type == typeof(DateTimeOffset))
            return DateTimeOffset.UnixEpoch;
        if (type.IsArray)
            return OneOf(type.GetElementType()!);
        if (type.IsValueType)
            return Activator.CreateInstance(type);
        var element = type.GetInterfaces().Append(type).FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];
        if (element is null)
            return null;
        var one = OneOf(element);
        if (type.IsInstanceOfType(one))
            return one;
        return Activator.CreateInstance(type.IsInterface ? typeof(HashSet<>).MakeGenericType(element) : type, one);
    }

    private static Array OneOf(Type element)
    {
        var one = Array.CreateInstance(element, 1);
        one.SetValue(Of(element), 0);
        return one;
    }
}
