namespace Helm.Operations.Remediation.Records;

/// <summary>Goes through the whole action log and says where it was tampered with.</summary>
public sealed class LogVerification(IActionLog log)
{
    private const int AtOnce = 500;

    public async Task<LogFinding> VerifyAsync(CancellationToken cancellation)
    {
        var (last, previous) = (0L, ActionRecord.Beginning);
        while (await log.ReadAsync(last, AtOnce, cancellation) is { Count: > 0 } batch)
        {
            foreach (var entry in batch)
            {
                if (Fault(entry, last, previous) is { } fault)
                {
                    return new(last, fault);
                }

                (last, previous) = (entry.Number, entry.Hash);
            }
        }

        var written = await log.CountAsync(cancellation);
        return new(last, last == written ? null : $"Entries are missing at the end: {written} were written, {last} are there.") { Head = previous };
    }

    private static string? Fault(ActionRecord entry, long last, string previous) => entry switch
    {
        _ when entry.Number != last + 1 => $"Entry {last + 1} is missing: after {last} comes {entry.Number}.",
        _ when entry.Previous != previous => $"Entry {entry.Number} does not follow entry {last}: one of them was replaced or moved.",
        { IsIntact: false } => $"Entry {entry.Number} was changed: its content does not give its hash.",
        _ => null,
    };
}

/// <summary>What the verification found.</summary>
/// <param name="Entries">How many follow each other unbroken from the beginning.</param>
/// <param name="Fault">Null when the log is whole.</param>
public sealed record LogFinding(long Entries, string? Fault)
{
    /// <summary>The hash of the last entry; whoever keeps it elsewhere can prove later that nothing was taken away.</summary>
    public string? Head { get; init; }
}
