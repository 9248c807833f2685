namespace Helm.Benchmarks.Language;

/// <summary>
/// How fast Helm's own table is, and how well classifier and tagger do on public data.
/// Arguments: the folder of the data (clinc150/, snips/); <c>--said FILE</c> with more sentences for the table, as lines
/// <c>{"text","intent","context"?}</c>; <c>--hassil FOLDER</c> with a copy of hassil; <c>--splits</c>
/// for nothing but what the options of SNIPS were chosen by; <c>--guess [ROWS]</c> for nothing but guesses of sentences kept
/// aside, a line of each in the file ROWS.
/// </summary>
internal static class LanguageBenchmark
{
    public static async Task RunAsync(IReadOnlyList<string> arguments)
    {
        var folder = arguments.TakeWhile(word => !word.StartsWith("--", StringComparison.Ordinal)).FirstOrDefault();
        if (folder is not null && arguments.Contains("--splits"))
        {
            SnipsSplit.Run(Path.Combine(folder, "snips"));
            return;
        }

        if (arguments.Contains("--guess"))
        {
            GuessFolds.Run(After(arguments, "--guess"));
            return;
        }

        var said = After(arguments, "--said");
        await TableSpeed.RunAsync(said);
        await HassilPeer.RunAsync(After(arguments, "--hassil"), said ?? "");
        if (folder is null)
        {
            Console.WriteLine("language: CLINC150 and SNIPS need the folder that holds clinc150/ and snips/ as first argument");
            return;
        }

        Clinc.Run(Path.Combine(folder, "clinc150", "data_full.json"));
        Snips.Run(Path.Combine(folder, "snips"));
    }

    private static string? After(IReadOnlyList<string> arguments, string option) =>
        arguments.SkipWhile(word => word != option).Skip(1).FirstOrDefault();
}
