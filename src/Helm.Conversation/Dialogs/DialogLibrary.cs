using Helm.Operations.Environments;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Helm.Conversation.Dialogs;

/// <summary>Puts answers into words; changed files are taken up within a second, and a broken one leaves the last good wording in force.</summary>
public sealed partial class DialogLibrary
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private readonly string _folder;
    private readonly EnvironmentDirectory _environments;
    private readonly TimeProvider _time;
    private readonly ILogger<DialogLibrary> _logger;
    private readonly Lock _gate = new();
    private volatile DialogPack _pack;
    private (DateTime Newest, int Count) _seen;
    private long _lookedAt;

    public DialogLibrary(
        IOptions<ConversationOptions> options, EnvironmentDirectory environments, TimeProvider time, ILogger<DialogLibrary> logger)
    {
        (_folder, _environments) = (ConversationOptions.Resolve(options.Value.Dialogs), environments);
        (_time, _logger) = (time, logger);
        _pack = DialogPack.Read(_folder, _environments);
        (_seen, _lookedAt) = (Look(), time.GetTimestamp());
    }

    /// <summary>The wordings that there are: <c>status_query.degraded</c>.</summary>
    public IReadOnlyCollection<string> Wordings => Current().Wordings;

    public WordedAnswer Word(Answer answer) => Word(answer, null);

    /// <param name="zone">In which the listener is told times; null for UTC.</param>
    public WordedAnswer Word(Answer answer, TimeZoneInfo? zone)
    {
        var worded = Current().Find(answer.Wording).Fill(Facts.Of(answer, zone));

        return worded with
        {
            Suggestions = [.. answer.Suggestions, .. worded.Suggestions],
            Card = answer.Chart?.On(worded.Card) ?? worded.Card,
        };
    }

    private DialogPack Current()
    {
        if (_time.GetElapsedTime(Interlocked.Read(ref _lookedAt)) >= LookEvery && _gate.TryEnter())
        {
            try
            {
                Refresh();
            }
            finally
            {
                _gate.Exit();
            }
        }

        return _pack;
    }

    private void Refresh()
    {
        Interlocked.Exchange(ref _lookedAt, _time.GetTimestamp());
        try
        {
            if (Look() is var now && now != _seen)
            {
                _seen = now;
                _pack = DialogPack.Read(_folder, _environments);
                LogReloaded(_folder);
            }
        }
        catch (Exception wrong) when (wrong is DialogException or IOException or UnauthorizedAccessException)
        {
            LogKept(wrong.Message);
        }
    }

    private (DateTime Newest, int Count) Look()
    {
        var files = new DirectoryInfo(_folder).GetFiles("*.yaml");

        return (files.Select(file => file.LastWriteTimeUtc).DefaultIfEmpty().Max(), files.Length);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The dialogs in {Folder} were read again.")]
    private partial void LogReloaded(string folder);

    [LoggerMessage(Level = LogLevel.Error, Message = "The changed dialogs cannot be used, the last good ones stay: {Reason}")]
    private partial void LogKept(string reason);
}
