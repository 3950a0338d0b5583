namespace Solidarity.Web.Watching.Prometheus;

/// <summary>One metric under one set of labels.</summary>
internal sealed class Series(IReadOnlyList<KeyValuePair<string, string>> labels, IReadOnlyList<double> buckets)
{
    private readonly Lock _one = new();
    private readonly long[] _counts = new long[buckets.Count + 1];
    private double _value;

    public IReadOnlyList<KeyValuePair<string, string>> Labels => labels;

    public void Add(double value)
    {
        lock (_one)
            _value += value;
    }

    public void Set(double value)
    {
        lock (_one)
            _value = value;
    }

    public void Record(double value)
    {
        var bucket = 0;
        while (bucket < buckets.Count && value > buckets[bucket])
            bucket++;
        lock (_one)
        {
            _counts[bucket]++;
            _value += value;
        }
    }

    public double Value
    {
        get
        {
            lock (_one)
                return _value;
        }
    }

    /// <returns>The sum, and how many were at most each bucket's end; the last counts all.</returns>
    public (double Sum, IReadOnlyList<(double End, long Count)> Buckets) Read()
    {
        lock (_one)
        {
            var (rows, sum) = (new List<(double, long)>(), 0L);
            for (var i = 0; i < _counts.Length; i++)
                rows.Add((i < buckets.Count ? buckets[i] : double.PositiveInfinity, sum += _counts[i]));
            return (_value, rows);
        }
    }
}
