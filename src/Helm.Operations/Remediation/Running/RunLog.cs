using System.Globalization;
using System.Text;
using Helm.Operations.Remediation.Policy;
using Helm.Operations.Remediation.Records;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Helm.Operations.Remediation.Running;

/// <summary>The action log as a file for people: it follows the database, an entry a line, each with its number and hash.</summary>
public sealed partial class RunLog(IActionLog log, IOptions<RemediationOptions> options, ILogger<RunLog> logger) : IDisposable
{
    private const int AtOnce = 500;
    private const string Head = "# Run log\n\nEvery action that was proposed, allowed, attempted or refused. `heyhelm audit-log verify` proves that none is missing.\n\n";

    private readonly SemaphoreSlim _gate = new(1);

    /// <summary>The number of the file's last entry; null before it was looked at.</summary>
    private long? _last;

    public void Dispose() => _gate.Dispose();

    /// <summary>Writes what the file does not have yet.</summary>
    public async Task CatchUpAsync(CancellationToken cancellation)
    {
        if (options.Value is not { RunLog: { Length: > 0 } path })
        {
            return;
        }

        await _gate.WaitAsync(cancellation);
        try
        {
            await FollowAsync(Path.GetFullPath(path), cancellation);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            LogNotWritten(fault, path);
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task FollowAsync(string path, CancellationToken cancellation)
    {
        var last = File.Exists(path) ? _last ?? LastNumber(path) : 0;
        while (await log.ReadAsync(last, AtOnce, cancellation) is { Count: > 0 } batch)
        {
            var text = new StringBuilder(last == 0 ? Head : "");
            foreach (var entry in batch)
            {
                text.Append(Line(entry)).Append('\n');
                last = entry.Number;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.AppendAllTextAsync(path, text.ToString(), cancellation);
        }

        _last = last;
    }

    /// <summary>On one line, and inert in Markdown.</summary>
    private static string Line(ActionRecord entry)
    {
        var happened = entry.Event;
        var where = string.Join(' ', new[] { happened.PlanId, happened.Action, happened.Target, happened.Environment, happened.PersonId }.Where(part => part is not null));
        return FormattableString.Invariant($"- {entry.Number} {entry.At.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'} **{happened.Kind}** {Inert(where)}: {Inert(happened.Text)} `{entry.Hash}`");
    }

    private static string Inert(string text) => string.Concat(text.Select(letter =>
        char.IsControl(letter) ? " " : "\\`*[]<>#|!".Contains(letter, StringComparison.Ordinal) ? "\\" + letter : letter.ToString()));

    private static long LastNumber(string path)
    {
        foreach (var line in File.ReadLines(path).Reverse())
        {
            if (line.StartsWith("- ", StringComparison.Ordinal) && line.EndsWith('`')
                && long.TryParse(line.AsSpan(2, Math.Max(0, line.IndexOf(' ', 2) - 2)), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return number;
            }
        }

        return 0;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The run log {Path} could not be written; the database has all of it")]
    private partial void LogNotWritten(Exception fault, string path);
}
