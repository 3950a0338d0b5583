using System.Data;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;

namespace Solidarity.App.Tests.Site;

/// <summary>Takes in a file, and minds that nothing of the database is held while it does: it may take as long as it likes.</summary>
public sealed class SlowReader(SolidarityDb db) : Stream
{
    private readonly MemoryStream _all = new();

    /// <summary>How many pieces came.</summary>
    public int Passed { get; private set; }

    public ReadOnlySpan<byte> Bytes => _all.GetBuffer().AsSpan(0, (int)_all.Length);

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Takes nothing until the connection is given back: what comes next may be on its way while this is written.</summary>
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await SiteFixture.EventuallyAsync(() => Task.FromResult(db.Database.GetDbConnection().State == ConnectionState.Closed), "the connection is given back");
        Passed++;
        await _all.WriteAsync(buffer, cancellationToken);
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("The server's stream takes nothing synchronously.");

    protected override void Dispose(bool disposing)
    {
        _all.Dispose();
        base.Dispose(disposing);
    }
}
