using System.Globalization;
using Helm.Operations.Investigation.Causes;
using Helm.Operations.Investigation.Evidence;
using Helm.Operations.Investigation.Signals;

namespace Helm.Operations.Investigation.Reports;

/// <summary>What else happened: the timeline, what made it worse, and which changes are innocent.</summary>
internal sealed class Surroundings(EvidenceBundle bundle, SignalMap map)
{
    private const int MostEvents = 20;
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(3);
    private static readonly string[] Aggravating = ["traffic.up", "change:load", "change:campaign", "concurrency.up", "evictions.up", "cpu_credits.down"];

    /// <summary>Changes in the window that are not the cause, and why not.</summary>
    public IReadOnlyList<string> Innocent(Hypothesis? best) =>
    [
        .. from signal in map.All
           where signal.Name.StartsWith("change:", StringComparison.Ordinal) && best?.For.Contains(signal) != true
           select $"{signal.Text} at {signal.Since.UtcDateTime:HH:mm}: {WhyInnocent(signal)}",
    ];

    /// <summary>More traffic and jobs that load it explain no fault alone, and make one worse.</summary>
    public IReadOnlyList<string> Contributing(Hypothesis best)
    {
        HashSet<string> near = new([best.Component, .. map.CallersOf(best.Component), bundle.Subject.Component], StringComparer.OrdinalIgnoreCase);
        return [.. map.All.Where(signal => !best.For.Contains(signal) && near.Contains(signal.Component) && Aggravating.Contains(signal.Name))
            .Select(signal => signal.Text).Distinct()];
    }

    public IReadOnlyList<ReportedEvent> Timeline()
    {
        var events = map.All.Where(signal => signal.Name != "log:bad_request")
            .Select(signal => (signal.Since, Text: Capital(signal.Text), signal.Strength));
        if (bundle.Subject is { Since: { } since, Symptom.Length: > 0 } subject)
        {
            events = events.Append((since, Capital(subject.Symptom), 1));
        }

        return [.. events.OrderByDescending(one => one.Strength).ThenBy(one => one.Since).ThenBy(one => one.Text, StringComparer.Ordinal).Take(MostEvents)
            .OrderBy(one => one.Since).ThenBy(one => one.Text, StringComparer.Ordinal)
            .Select(one => new ReportedEvent(one.Since.UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture), one.Text, one.Since))];
    }

    private string WhyInnocent(Signal change) => map.TroubleSince(change.Component) switch
    {
        null => "nothing is wrong with what was changed",
        { } since when change.Since > since + Early => "the trouble began before it",
        _ => "the evidence points elsewhere",
    };

    /// <summary>Names of resources and metrics keep their letters.</summary>
    private static string Capital(string text) => text.StartsWith("the ", StringComparison.Ordinal) ? "T" + text[1..] : text;
}
