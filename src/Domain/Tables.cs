using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Solidarity.Domain;

/// <summary>Small words for the tables' configurations.</summary>
internal static class Tables
{
    /// <summary>The database itself refuses a row that breaks the rule.</summary>
    public static void Check<T>(this EntityTypeBuilder<T> table, string name, string sql)
        where T : class => table.ToTable(t => t.HasCheckConstraint($"CK_{typeof(T).Name}_{name}", sql));

    /// <summary>A code from a fixed set, stored as its name; the database refuses any other.</summary>
    public static void OneOf<T, TEnum>(this EntityTypeBuilder<T> table, Expression<Func<T, TEnum>> property)
        where T : class
        where TEnum : struct, Enum
    {
        var name = ((MemberExpression)property.Body).Member.Name;
        table.Property(property);
        table.Check(name, $"{Quote(name)} IN ({string.Join(", ", Enum.GetNames<TEnum>().Select(n => $"'{n}'"))})");
    }

    /// <summary>Three capital letters, or for Stripe's ids and other machine words: plain ASCII.</summary>
    public static void Ascii<T>(this EntityTypeBuilder<T> table, int length, params Expression<Func<T, string?>>[] properties)
        where T : class
    {
        foreach (var property in properties)
            table.Property(property).HasMaxLength(length).IsUnicode(false);
    }

    /// <summary>SQLite, SQL Server and PostgreSQL all read the standard's double quotes.</summary>
    public static string Quote(string name) => $"\"{name}\"";
}
