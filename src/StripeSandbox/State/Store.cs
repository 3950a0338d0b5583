namespace Solidarity.StripeSandbox.State;

/// <summary>Every object, by id and in lists by account, type and key. Not thread-safe: <see cref="Sandbox"/> holds the lock.</summary>
internal sealed class Store
{
    private readonly Dictionary<string, Resource> byId = [];
    private readonly Dictionary<ListName, List<Resource>> lists = [];
    private readonly PriorityQueue<(string Id, long Due), long> schedule = new();
    private long sequence;

    private readonly record struct ListName(string Account, Type Type, string Key, string Value);

    /// <summary>The id of the one platform account, empty until it is founded.</summary>
    public string PlatformId { get; private set; } = "";

    public Ledger Ledger { get; } = new();

    public UndeliveredEvents Undelivered { get; } = new();

    public IEnumerable<Resource> All => byId.Values.OrderBy(resource => resource.Sequence);

    public int Count => byId.Count;

    /// <summary>Takes a new object in, or takes note of a change to a known one.</summary>
    public void Put(Resource resource)
    {
        if (resource is DeliveredMark mark)
        {
            Undelivered.MarkDelivered(Find<StripeEvent>(mark.EventId));
            return;
        }

        if (!byId.TryGetValue(resource.Id, out var known)) Add(resource);
        else if (!ReferenceEquals(known, resource)) throw new InvalidOperationException($"{resource.Id} is there twice.");
        foreach (var (name, value) in resource.Keys)
            if (value is not null) Append(new(resource.Account, resource.GetType(), name, value), resource);
        if (resource.DueAt is { } due) schedule.Enqueue((resource.Id, due), due);
    }

    public void Remove(string id) => byId.Remove(id);

    public T? Find<T>(string? id)
        where T : Resource => id is not null && byId.TryGetValue(id, out var found) ? found as T : null;

    /// <summary>One object that must be there: a missing one is a bug of the sandbox.</summary>
    public T Get<T>(string id)
        where T : Resource => Find<T>(id) ?? throw new InvalidOperationException($"No {typeof(T).Name} {id}.");

    /// <summary>The objects of one type in one account, oldest first, all or those with one key's value.</summary>
    public IReadOnlyList<Resource> List(string account, Type type, string key = "", string value = "") =>
        lists.TryGetValue(new(account, type, key, value), out var found) ? found : [];

    public IEnumerable<T> List<T>(string account, string key = "", string value = "")
        where T : Resource => List(account, typeof(T), key, value).Cast<T>();

    /// <summary>Takes the next object whose hour has come, if any.</summary>
    public Resource? TakeDue(long now)
    {
        while (schedule.TryPeek(out var entry, out var due) && due <= now)
        {
            schedule.Dequeue();
            if (Find<Resource>(entry.Id) is { } resource && resource.DueAt == due) return resource;
        }

        return null;
    }

    private void Add(Resource resource)
    {
        resource.Sequence = ++sequence;
        byId[resource.Id] = resource;
        if (resource.IsListed) Append(new(resource.Account, resource.GetType(), "", ""), resource);
        if (resource is Account { IsPlatform: true }) PlatformId = resource.Id;
        if (resource is BalanceTransaction entry) Ledger.Add(entry);
        if (resource is StripeEvent stripeEvent) Undelivered.Note(stripeEvent);
    }

    private void Append(ListName name, Resource resource)
    {
        if (!lists.TryGetValue(name, out var list)) lists[name] = list = [];
        var at = Position(list, resource.Sequence);
        if (at < 0) list.Insert(~at, resource);
    }

    /// <summary>Where the object with this sequence is in a list, or the complement of where it belongs.</summary>
    public static int Position(IReadOnlyList<Resource> list, long sequence)
    {
        if (list.Count == 0 || list[^1].Sequence < sequence) return ~list.Count;
        int low = 0, high = list.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (list[middle].Sequence == sequence) return middle;
            if (list[middle].Sequence < sequence) low = middle + 1;
            else high = middle - 1;
        }

        return ~low;
    }
}
