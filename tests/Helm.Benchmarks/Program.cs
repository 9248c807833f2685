using Helm.Benchmarks;

if (args is ["recognizers", .. var folder])
{
    return Recognizers.Run(folder);
}

var benchmarks = new Dictionary<string, Func<Task>>
{
    ["turns"] = Turns.RunAsync,
};

foreach (var name in args.Length > 0 ? args : [.. benchmarks.Keys])
{
    if (!benchmarks.TryGetValue(name, out var run))
    {
        Console.Error.WriteLine($"There is no benchmark {name}. There are: {string.Join(", ", benchmarks.Keys)}.");
        return 2;
    }

    await run();
}

return 0;
