using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Nodes;

namespace Solidarity.Web.Caching;

/// <summary>What one context has changed of what pages show, and what of it the other nodes have been told.</summary>
internal sealed class ChangedTags
{
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private readonly List<PageDrop> _rows = [];
    private Guid? _transaction;

    public HashSet<string> Tags { get; } = new(StringComparer.Ordinal);

    /// <summary>Adds to what is being saved a row for each tag that this transaction has not told yet.</summary>
    public void Tell(DbContext db)
    {
        var transaction = db.Database.CurrentTransaction?.TransactionId;
        // What was told in a transaction that is gone may be gone with it.
        if (transaction is null || transaction != _transaction)
            _told.Clear();
        _transaction = transaction;
        foreach (var tag in Tags.Where(_told.Add))
        {
            var row = new PageDrop { Tag = tag };
            _rows.Add(row);
            db.Add(row);
        }
    }

    /// <summary>What is to be dropped here, and from now on no more.</summary>
    public List<string> Take()
    {
        List<string> tags = [.. Tags];
        Tags.Clear();
        return tags;
    }

    public void Saved(DbContext db) => Detach(db);

    public void Failed(DbContext db)
    {
        Detach(db);
        _told.Clear();
    }

    /// <summary>Nobody who works with this context has anything to do with them.</summary>
    private void Detach(DbContext db)
    {
        foreach (var row in _rows)
            db.Entry(row).State = EntityState.Detached;
        _rows.Clear();
    }
}
