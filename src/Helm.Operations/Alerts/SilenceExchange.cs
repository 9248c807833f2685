using Helm.Operations.Checks;
using Helm.Operations.Transactions;
using Microsoft.Extensions.Logging;

namespace Helm.Operations.Alerts;

/// <summary>Keeps the silences of Helm and of other systems alike: what is silenced or ended in one is so in the other. The scheduler wakes it.</summary>
public sealed partial class SilenceExchange(
    IEnumerable<IOutsideSilences> systems, IAlertBook book, ITransactions transactions, ICheckClaims turns, TimeProvider time, ILogger<SilenceExchange> logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    /// <summary>Does nothing until a pause is over, however often it is woken, and by however many hosts.</summary>
    public async Task RunDueAsync(CancellationToken cancellation)
    {
        foreach (var system in systems)
        {
            if (await turns.TakeTurnAsync($"silences/{system.Name}", Pause, cancellation))
            {
                await TryAsync(system, cancellation);
            }
        }
    }

    public async Task RunAsync(IOutsideSilences system, CancellationToken cancellation)
    {
        var theirs = await system.ListAsync(cancellation);
        var own = await transactions.RunAsync(token => TakeOverAsync(system.Name, theirs, token), cancellation);
        await HandOverAsync(system, theirs, own, cancellation);
    }

    private async Task TryAsync(IOutsideSilences system, CancellationToken cancellation)
    {
        try
        {
            await RunAsync(system, cancellation);
        }
#pragma warning disable CA1031 // A system that cannot be asked now is asked again after the pause; others go on.
        catch (Exception problem) when (!cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFailed(system.Name, problem.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The silences of {System} could not be kept alike: {Reason}")]
    private partial void LogFailed(string system, string reason);

    /// <summary>Told apart from those of an earlier database, whose numbers were the same.</summary>
    private static string MarkOf(Silence silence) => FormattableString.Invariant($"{silence.Id}@{silence.From.ToUnixTimeSeconds()}");

    private static string OriginOf(string system, OutsideSilence silence) => $"{system}:{silence.Id}";

    /// <summary>What Helm silences of its own accord after the other system's news are taken over.</summary>
    private async Task<IReadOnlyList<Silence>> TakeOverAsync(string system, IReadOnlyList<OutsideSilence> theirs, CancellationToken cancellation)
    {
        var ours = await book.SilencesAsync(cancellation);
        foreach (var one in theirs)
        {
            var same = ours.FirstOrDefault(silence => one.Mark is null ? silence.By == OriginOf(system, one) : MarkOf(silence) == one.Mark);
            if (same is not null && one.IsOver)
            {
                await book.EndAsync(same.Id, time.GetUtcNow(), cancellation);
            }
            else if (same is null && one is { IsOver: false, Mark: null, Silence: { } silence })
            {
                await book.AddAsync(silence with { By = OriginOf(system, one) }, cancellation);
            }
        }

        return [.. (await book.SilencesAsync(cancellation)).Where(silence => !silence.By.StartsWith(system + ":", StringComparison.Ordinal))];
    }

    private static async Task HandOverAsync(IOutsideSilences system, IReadOnlyList<OutsideSilence> theirs, IReadOnlyList<Silence> own, CancellationToken cancellation)
    {
        var there = theirs.Where(one => one.Mark is not null).Select(one => one.Mark).ToHashSet(StringComparer.Ordinal);
        foreach (var silence in own.Where(silence => !there.Contains(MarkOf(silence))))
        {
            await system.AddAsync(silence, MarkOf(silence), cancellation);
        }

        var meant = own.Select(MarkOf).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in theirs.Where(one => one is { IsOver: false, Mark: { } mark } && !meant.Contains(mark)))
        {
            await system.EndAsync(gone.Id, cancellation);
        }
    }
}
