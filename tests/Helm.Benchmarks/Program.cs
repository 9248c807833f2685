using Helm.Benchmarks;

if (args is ["health-pass-child", var endpoint, var plan])
{
    await MeasuredPass.RunAsync(endpoint, plan);
    return 0;
}

if (args is ["recognizers", .. var folder])
{
    return Recognizers.Run(folder);
}

var benchmarks = new Dictionary<string, Func<Task>>
{
    ["health-pass"] = HealthPass.RunAsync,
    ["turns"] = Turns.RunAsync,
    ["top-ten"] = TopTen.RunAsync,
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
