using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Helm.Host.Tests.Drivers;

/// <summary>What failed in the background, other than by a peer that is gone.</summary>
internal sealed class FailureLog : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Unexpected { get; } = [];

    /// <summary>What was acknowledged and then not answered.</summary>
    public ConcurrentQueue<string> GivenUp { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel) && formatter(state, exception).Contains("given up", StringComparison.Ordinal))
        {
            GivenUp.Enqueue(formatter(state, exception));
        }

        if (IsEnabled(logLevel) && exception is not (null or OperationCanceledException or HttpRequestException))
        {
            Unexpected.Enqueue(formatter(state, exception) + exception);
        }
    }

    public void Dispose()
    {
    }
}
