using System.Diagnostics;
using Helm.Domains.Cloud.Accounts;
using Helm.Operations.Investigation;
using Subject = Helm.Domains.Cloud.Checks.Subject;

namespace Helm.Domains.Evidence;

/// <summary>The newest lines of a log, for somebody who waits for the answer.</summary>
internal sealed class NewestLines(InvestigationOptions options)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    /// <summary>Of a log: both ends of a span belong to it.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    /// <summary>The newest lines first, a part of the span after the other, as far as lines and patience go; null for what has no log.</summary>
    public async Task<Answered?> ReadAsync(CloudConnection connection, Subject subject, EvidenceRequest request, string? text, CancellationToken cancellation)
    {
        var parts = new List<Answered>();
        var clock = Stopwatch.StartNew();
        foreach (var part in Backwards(request))
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            limit.CancelAfter(TimeSpan.FromTicks(Math.Max(1, (Patience - clock.Elapsed).Ticks)));
            try
            {
                if (await new LogEvidence(options).AskAsync(connection, subject, part, text, limit.Token) is not { } answered)
                {
                    return null;
                }

                parts.Add(answered);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                return Joined(parts, FormattableString.Invariant($"only what was logged since {part.To.UtcDateTime:HH:mm} UTC could be read within {Patience.TotalSeconds:0} seconds; ask for a shorter time"));
            }

            if (parts[^1].Problem is not null || parts.Sum(one => one.Result.Logs.Count) >= options.MostLines)
            {
                break;
            }
        }

        return Joined(parts, parts[^1].Problem);
    }

    /// <summary>The last sixth of the span, the third before it, and the half before that.</summary>
    private static IEnumerable<EvidenceRequest> Backwards(EvidenceRequest request)
    {
        var span = request.To - request.From;
        var (late, middle) = (request.To - (span / 6), request.To - (span / 2));
        return [request with { From = late }, request with { From = middle, To = late - Tick }, request with { To = middle - Tick }];
    }

    private static Answered Joined(List<Answered> parts, string? problem) => new(
        string.Join("; ", parts.Select(part => part.Asked)),
        new() { Logs = [.. parts.SelectMany(part => part.Result.Logs).OrderBy(line => line.Time)] }, problem);
}
