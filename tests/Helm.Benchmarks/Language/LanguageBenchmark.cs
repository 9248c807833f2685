namespace Helm.Benchmarks.Language;

/// <summary>
/// How well classifier and tagger do on public data, and how fast Helm's own table is.
/// Arguments: the folder of the data (clinc150/, snips/), and <c>--hassil FOLDER</c> with a copy of hassil.
/// </summary>
internal static class LanguageBenchmark
{
    public static async Task RunAsync(IReadOnlyList<string> arguments)
    {
        var hassil = arguments.SkipWhile(word => word != "--hassil").Skip(1).FirstOrDefault();
        var folder = arguments.TakeWhile(word => word != "--hassil").FirstOrDefault();
        TableSpeed.Run();
        await HassilPeer.RunAsync(hassil);
        if (folder is null)
        {
            Console.WriteLine("language: CLINC150 and SNIPS need the folder that holds clinc150/ and snips/ as an argument");
            return;
        }

        Clinc.Run(Path.Combine(folder, "clinc150", "data_full.json"));
        Snips.Run(Path.Combine(folder, "snips"));
    }
}
