using Helm.Domains.Cloud.Accounts;
using Helm.Domains.Cloud.Logs;
using Helm.Domains.Cloud.Wire;
using Helm.Operations.Investigation;
using Helm.Operations.Investigation.Evidence;
using Subject = Helm.Domains.Cloud.Checks.Subject;

namespace Helm.Domains.Evidence;

/// <summary>The log of a resource, page after page, as far as the budget of lines goes.</summary>
internal sealed class LogEvidence(InvestigationOptions options)
{
    /// <summary>Null for what has no log.</summary>
    public async Task<Answered?> AskAsync(CloudConnection connection, Subject subject, EvidenceRequest request, string? text, CancellationToken cancellation)
    {
        if (GroupOf(subject) is not { } group)
        {
            return null;
        }

        var asked = FormattableString.Invariant($"FilterLogEvents {group}, {request.From.UtcDateTime:HH:mm} to {request.To.UtcDateTime:HH:mm}");
        var lines = new List<LogRecord>();
        try
        {
            var events = connection.Logs.FilterLogEventsAsync(group, Filter(text), request.From, request.To, cancellation);
            var whole = await ReadAsync(events, subject.Resource.Name, lines, cancellation);
            return Answer(asked, lines, whole ? null : FormattableString.Invariant($"only the first {options.MostLines} lines were read"));
        }
        catch (CloudException fault)
        {
            return Answer(asked, lines, fault.Message);
        }
    }

    private string? GroupOf(Subject subject)
    {
        var kind = subject.Kind!.Names[0];
        return (options.LogGroups.GetValueOrDefault(kind) ?? EvidenceTable.All[kind].LogGroup)?.Replace("{name}", subject.Identity.Name, StringComparison.Ordinal);
    }

    /// <summary>False when there is more than the budget allows.</summary>
    private async Task<bool> ReadAsync(IAsyncEnumerable<LogEvent> events, string component, List<LogRecord> lines, CancellationToken cancellation)
    {
        await foreach (var entry in events.WithCancellation(cancellation))
        {
            var (level, message) = LogText.Parse(entry.Message);
            lines.Add(new(component, entry.Time, level, Redaction.Redact(message)));
            if (lines.Count >= options.MostLines)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Words in quotes, so that nothing in them is taken for syntax.</summary>
    private static string? Filter(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : $"\"{text.Replace("\"", "", StringComparison.Ordinal)}\"";

    private static Answered Answer(string asked, List<LogRecord> lines, string? problem) =>
        new(asked, new() { Logs = [.. lines.OrderBy(line => line.Time)] }, problem);
}
