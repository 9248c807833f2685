using Helm.Conversation.Intents.Packs;
using Microsoft.Extensions.Logging;

namespace Helm.Conversation.Turns;

/// <summary>Says once what is wrong with a changed language pack, and once that it is right again: an editor saves often.</summary>
internal sealed partial class ReloadLog(ILogger log)
{
    private IReadOnlyList<PackError> _told = [];

    public void Tell(IReadOnlyList<PackError> errors)
    {
        lock (log)
        {
            if (errors.SequenceEqual(_told) && errors.Count > 0)
            {
                return;
            }

            _told = errors;
            if (errors.Count == 0)
            {
                LogInForce(log);
            }

            foreach (var error in errors)
            {
                LogRefused(log, error.File, error.Line, error.Message);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The intent table was read again.")]
    private static partial void LogInForce(ILogger log);

    [LoggerMessage(Level = LogLevel.Error, Message = "The changed intent table cannot be used, the last good one stays: {File}:{Line}: {Problem}")]
    private static partial void LogRefused(ILogger log, string file, int line, string problem);
}
