using System.Text.RegularExpressions;
using Helm.Operations.Investigation.Evidence;
using Helm.Operations.Investigation.LogPatterns;

namespace Helm.Operations.Investigation.Signals;

/// <summary>What the logs complain about: templates of warnings and errors that are new or came much more often.</summary>
internal sealed partial class LogSignals(SignalTable table, EvidenceBundle bundle, DateTimeOffset? pivot)
{
    private const double Surge = 3;
    private const int Fewest = 3;

    /// <summary>One line of these is enough.</summary>
    private static readonly string[] Severe = ["out_of_memory", "disk_full", "certificate", "crash", "connections_exhausted"];

    private static readonly string[] Quiet = ["DEBUG", "TRACE", "INFO", "NOTICE", "VERBOSE", "FINE"];
    private static readonly string[] Loud = ["ERROR", "FATAL", "CRITICAL", "SEVERE", "ALERT", "EMERGENCY", "PANIC", "ERR"];

    private readonly IReadOnlyList<string> _names = [.. bundle.All(result => result.Components).Select(component => component.Name)
        .Concat(bundle.All(result => result.Traces).Select(trace => trace.Component)).Distinct().Where(name => name.Length > 2)];

    public IEnumerable<Signal> Find() =>
        from query in bundle.Queries
        from component in query.Result.Logs.GroupBy(line => line.Component)
        from signal in Of(component.Key, [.. component.OrderBy(line => line.Time)], query.Id)
        select signal;

    private IEnumerable<Signal> Of(string component, List<LogRecord> lines, string query)
    {
        var miner = new TemplateMiner();
        var mined = lines.Where(line => !IsQuiet(line)).Select(line => (Line: line, Pattern: miner.Add(line.Message))).ToList();
        foreach (var template in mined.GroupBy(line => miner.TemplateOf(line.Pattern)))
        {
            if (Signal(component, template.Key.Text, [.. template.Select(one => one.Line)], lines, query) is { } signal)
            {
                yield return signal;
            }
        }
    }

    private Signal? Signal(string component, string template, List<LogRecord> lines, List<LogRecord> all, string query)
    {
        var complaint = table.ComplaintOf(lines[0].Message);
        var loud = IsLoud(lines[0]);
        var (before, after) = Counts(lines, all);
        if ((complaint is null && !loud) || !HasSurged(complaint, before, after))
        {
            return null;
        }

        var benign = complaint is { Benign: true };
        var mentions = benign ? [] : Mentions(component, lines);
        return new(component, $"log:{NameOf(complaint, mentions)}", Strength(after, benign, loud), Since(lines, before), Told(component, template, lines), query)
        {
            Harm = loud && !benign && after >= Fewest,
            Mentions = mentions,
        };
    }

    private static string NameOf(ComplaintRow? complaint, IReadOnlyList<string> mentions) => complaint switch
    {
        null => "unknown_error",
        { Benign: true } => "bad_request",
        { Named: { } named } when mentions.Count > 0 => named,
        _ => complaint.Name,
    };

    private static bool HasSurged(ComplaintRow? complaint, double before, double after) =>
        after >= (complaint is not null && Severe.Contains(complaint.Name) ? 1 : Fewest) && (before == 0 || after >= Surge * before);

    private DateTimeOffset Since(List<LogRecord> lines, double before) =>
        lines.FirstOrDefault(line => before == 0 || pivot is null || line.Time >= pivot)?.Time ?? lines[0].Time;

    private IReadOnlyList<string> Mentions(string component, List<LogRecord> lines) =>
        [.. _names.Where(name => name != component && lines.Take(20).Any(line => Names(line.Message, name)))];

    /// <summary>Per equal time, so that a short quiet before weighs as much as a long trouble after.</summary>
    private (double Before, double After) Counts(List<LogRecord> lines, List<LogRecord> all)
    {
        if (pivot is not { } moment || all[0].Time >= moment)
        {
            return (0, lines.Count);
        }

        var after = lines.Count(line => line.Time >= moment);
        var (long1, long2) = ((moment - bundle.From).TotalMinutes, (bundle.To - moment).TotalMinutes);
        var before = lines.Count - after;
        return (before <= 1 && after >= 3 ? 0 : before * Math.Max(1, long2) / Math.Max(1, long1), after);
    }

    private static double Strength(double count, bool benign, bool loud) =>
        Math.Round(Math.Clamp(0.35 + (0.1 * Math.Log2(count)), 0.35, 1) * (benign ? 0.2 : loud ? 1 : 0.8), 3);

    private static string Told(string component, string template, List<LogRecord> lines)
    {
        var text = template.Length > 140 ? template[..140] + "…" : template;
        return $"{lines.Count} line{(lines.Count == 1 ? "" : "s")} in the log of {component}: {text}";
    }

    private static bool Names(string message, string name)
    {
        var at = message.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        return at >= 0
            && (at == 0 || !char.IsLetterOrDigit(message[at - 1]))
            && (at + name.Length == message.Length || !char.IsLetterOrDigit(message[at + name.Length]));
    }

    private static bool IsQuiet(LogRecord line) => Quiet.Contains(line.Level, StringComparer.OrdinalIgnoreCase);

    private static bool IsLoud(LogRecord line) =>
        Loud.Contains(line.Level, StringComparer.OrdinalIgnoreCase) || (line.Level.Length == 0 && Failure().IsMatch(line.Message));

    [GeneratedRegex(@"\b(error|exception|fatal|panic|failed|failure|critical|refused|denied|cannot|unable)\b|Exception\b|Error\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Failure();
}
