using Helm.Operations.Investigation.LogPatterns;

namespace Helm.Benchmarks.Operate;

/// <summary>Grouping accuracy over the loghub samples, as logparser's evaluator counts it: a line is right when its group holds exactly the lines of its event.</summary>
internal static class GroupingAccuracy
{
    public static void Run(string folder)
    {
        var accuracies = new List<double>();
        foreach (var file in Directory.GetFiles(folder, "*_2k.log_structured.csv", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var rows = CsvRows.Read(file).ToList();
            var (content, expected) = (Array.IndexOf(rows[0], "Content"), Array.IndexOf(rows[0], "EventId"));
            var miner = new TemplateMiner();
            var lines = rows.Skip(1).Select(row => (Expected: row[expected], Pattern: miner.Add(row[content]))).ToList();
            var groups = lines.Select(line => (line.Expected, Found: miner.TemplateOf(line.Pattern).Id)).ToList();
            accuracies.Add(Of(groups));
            Console.WriteLine(FormattableString.Invariant($"  {Path.GetFileName(file).Split('_')[0],-12} {accuracies[^1]:0.000}"));
        }

        Console.WriteLine(accuracies.Count == 0
            ? $"operate, grouping accuracy: there is no *_2k.log_structured.csv in {folder}"
            : FormattableString.Invariant($"operate, grouping accuracy: mean {accuracies.Average():0.0000} over {accuracies.Count} samples (goal 0.90), one parameter set"));
    }

    private static double Of(List<(string Expected, int Found)> lines)
    {
        var sizes = lines.GroupBy(line => line.Expected).ToDictionary(group => group.Key, group => group.Count());
        return lines.GroupBy(line => line.Found)
            .Where(group => group.Select(line => line.Expected).Distinct().Count() == 1 && sizes[group.First().Expected] == group.Count())
            .Sum(group => group.Count()) / (double)lines.Count;
    }
}
