using Helm.Conversation.Intents.Packs;
using Helm.Conversation.Turns;
using Microsoft.Extensions.Logging;

namespace Helm.Conversation.Tests.Turns;

public sealed class ReloadLogTests : ILogger
{
    private readonly List<string> _lines = [];

    [Fact]
    public void What_is_wrong_with_a_changed_pack_is_logged_once_with_file_and_line()
    {
        var log = new ReloadLog(this);
        PackError[] wrong = [new("help.yaml", 7, "the bracket is not closed")];

        log.Tell(wrong);
        log.Tell([.. wrong]);
        log.Tell([]);

        Assert.Equal(2, _lines.Count);
        Assert.Contains("help.yaml:7: the bracket is not closed", _lines[0], StringComparison.Ordinal);
        Assert.Contains("read again", _lines[1], StringComparison.Ordinal);
    }

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Add(formatter(state, exception));
}
