// Each test has the machine's processors to itself, or the pauses in it mean nothing.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
