namespace Helm.Benchmarks.Operate;

/// <summary>What operating costs, part by part; public sets are measured when their folders are named.</summary>
internal static class OperateBenchmark
{
    public static async Task RunAsync(IReadOnlyList<string> arguments)
    {
        LogGrouping.Run();
        if (FolderOf("--loghub", arguments) is { } loghub)
        {
            GroupingAccuracy.Run(loghub);
        }

        if (FolderOf("--nab", arguments) is { } nab)
        {
            NumentaScore.Run(nab);
        }

        await IssueStates.RunAsync();
        await AlertIntake.RunAsync();
    }

    private static string? FolderOf(string option, IReadOnlyList<string> arguments)
    {
        var at = arguments.ToList().IndexOf(option);
        return at >= 0 && at + 1 < arguments.Count ? arguments[at + 1] : null;
    }
}
