using Helm.Benchmarks;
using Helm.Benchmarks.Channels;
using Helm.Benchmarks.Language;
using Helm.Benchmarks.Operate;
using Helm.Benchmarks.Voice;

if (await Children.RunAsync(args))
{
    return 0;
}

if (args is [DecoderMemory.ChildName])
{
    await DecoderMemory.MeasureAsync();
    return 0;
}

if (args is ["recognizers", .. var folder])
{
    return Recognizers.Run(folder);
}

var benchmarks = new Dictionary<string, Func<IReadOnlyList<string>, Task>>
{
    ["health-pass"] = _ => HealthPass.RunAsync(),
    ["turns"] = _ => Turns.RunAsync(),
    ["channels"] = _ => ChannelsBenchmark.RunAsync(),
    ["top-ten"] = _ => TopTen.RunAsync(),
    ["language"] = LanguageBenchmark.RunAsync,
    ["operate"] = OperateBenchmark.RunAsync,
    ["voice"] = _ => VoiceBenchmark.RunAsync(),
};

if (args is [var first, ..] && !benchmarks.ContainsKey(first))
{
    Console.Error.WriteLine($"There is no benchmark {first}. There are: {string.Join(", ", benchmarks.Keys)}.");
    return 2;
}

// What follows a name and is none itself is an argument of it.
var words = args.Length > 0 ? args : [.. benchmarks.Keys];
for (int at = 0, next; at < words.Length; at = next)
{
    next = at + 1;
    while (next < words.Length && !benchmarks.ContainsKey(words[next]))
    {
        next++;
    }

    await benchmarks[words[at]](words[(at + 1)..next]);
}

return 0;
