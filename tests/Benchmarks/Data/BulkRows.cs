using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Solidarity.Domain;

namespace Solidarity.Benchmarks.Data;

/// <summary>
/// Inserts very many rows by prepared statements, in plain SQL made from the model: whatever the provider, columns and values are those that the site itself would write.
/// </summary>
/// <param name="order">The tables in the order in which they refer to each other.</param>
internal sealed class BulkRows(SolidarityDb db, params Type[] order) : IDisposable
{
    private readonly Dictionary<Type, TableRows> _tables = order.ToDictionary(t => t, t => new TableRows(db, db.Model.FindEntityType(t)!));

    public void Add<T>(T row)
        where T : class => _tables[typeof(T)].Rows.Add(row);

    /// <summary>Writes what was added, in the transaction that is open.</summary>
    public async Task FlushAsync()
    {
        foreach (var type in order)
            await _tables[type].FlushAsync();
    }

    public void Dispose()
    {
        foreach (var table in _tables.Values)
            table.Dispose();
    }

    private sealed class TableRows(SolidarityDb db, IEntityType type) : IDisposable
    {
        // SQLite looks parameters up by name, one after another, and pays nothing for a statement more; a server pays for each round trip.
        private readonly int _rowsAStatement = db.Database.ProviderName!.EndsWith(".Sqlite", StringComparison.Ordinal) ? 1 : 50;
        private Column[]? _columns;
        private Statement? _many;
        private Statement? _one;

        public List<object> Rows { get; } = [];

        public async Task FlushAsync()
        {
            if (Rows.Count == 0)
                return;
            _columns ??= ColumnsOf(Rows[0]);
            _many ??= new Statement(db, type, _columns, _rowsAStatement);
            _one ??= _rowsAStatement == 1 ? _many : new Statement(db, type, _columns, 1);
            var whole = Rows.Count / _rowsAStatement * _rowsAStatement;
            for (var i = 0; i < whole; i += _rowsAStatement)
                await _many.RunAsync(Rows, i);
            for (var i = whole; i < Rows.Count; i++)
                await _one.RunAsync(Rows, i);
            Rows.Clear();
        }

        public void Dispose()
        {
            _many?.Dispose();
            _one?.Dispose();
        }

        /// <summary>All, but for numbers that the database gives itself.</summary>
        private Column[] ColumnsOf(object row)
        {
            var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
            return [.. type.GetProperties().Where(p => !p.IsShadowProperty())
                .Select(p => new Column(p, p.GetColumnName(table)!, p.GetRelationalTypeMapping()))
                .Where(c => !(c.Property.ValueGenerated == ValueGenerated.OnAdd && Equals(c.Property.GetGetter().GetClrValue(row), 0L)))];
        }
    }

    private sealed record Column(IProperty Property, string Name, RelationalTypeMapping Mapping)
    {
        public object ValueOf(object row)
        {
            var value = Property.GetGetter().GetClrValue(row);
            return (value is not null && Mapping.Converter is { } converter ? converter.ConvertToProvider(value) : value) ?? DBNull.Value;
        }
    }

    private sealed class Statement : IDisposable
    {
        private readonly SolidarityDb _db;
        private readonly Column[] _columns;
        private readonly int _rows;
        private readonly DbCommand _command;

        public Statement(SolidarityDb db, IEntityType type, Column[] columns, int rows)
        {
            (_db, _columns, _rows) = (db, columns, rows);
            var names = db.GetService<ISqlGenerationHelper>();
            var sql = new StringBuilder($"INSERT INTO {names.DelimitIdentifier(type.GetTableName()!, type.GetSchema())} ({string.Join(", ", columns.Select(c => names.DelimitIdentifier(c.Name)))}) VALUES ");
            _command = db.Database.GetDbConnection().CreateCommand();
            for (var row = 0; row < rows; row++)
            {
                var parameters = columns.Select((c, i) => (Column: c, Name: "@p" + ((row * columns.Length) + i).ToString(CultureInfo.InvariantCulture))).ToList();
                sql.Append(row == 0 ? "(" : ", (").AppendJoin(", ", parameters.Select(p => p.Name)).Append(')');
                foreach (var (column, name) in parameters)
                    _command.Parameters.Add(column.Mapping.CreateParameter(_command, name, null, nullable: true));
            }

            _command.CommandText = sql.ToString();
        }

        public async Task RunAsync(List<object> rows, int from)
        {
            _command.Transaction = _db.Database.CurrentTransaction!.GetDbTransaction();
            for (var row = 0; row < _rows; row++)
            {
                for (var i = 0; i < _columns.Length; i++)
                    _command.Parameters[(row * _columns.Length) + i].Value = _columns[i].ValueOf(rows[from + row]);
            }

            await _command.ExecuteNonQueryAsync();
        }

        public void Dispose() => _command.Dispose();
    }
}
