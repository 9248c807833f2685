using System.Diagnostics;
using Helm.Speech.Transcription;

namespace Helm.Speech.Sessions;

/// <summary>The answer that is being made; one at a time.</summary>
internal sealed class Turn(Func<Transcript, CancellationToken, Task<SpokenAnswer?>> answer) : IDisposable
{
    private readonly Stopwatch _since = new();
    private CancellationTokenSource _end = new();
    private Task<SpokenAnswer?>? _answer;

    public bool IsUnderWay => _answer is not null;

    /// <summary>Completes when the answer is there; at once where none is made.</summary>
    public Task Settled => (Task?)_answer ?? Task.CompletedTask;

    public void Start(Transcript transcript)
    {
        var end = _end.Token;
        _since.Restart();
        _answer = Task.Run(() => answer(transcript, end), CancellationToken.None);
    }

    /// <summary>Whoever stops a question has answered it.</summary>
    public void Stop(string words) => Start(Stopping.Of(words));

    public void Cancel()
    {
        _end.Cancel();
        _end.Dispose();
        _end = new();
        _answer = null;
    }

    /// <summary>Null while there is none.</summary>
    public Outcome? Take()
    {
        if (_answer is not { IsCompleted: true } task)
        {
            return null;
        }

        _answer = null;
        return new Outcome(
            task.IsCompletedSuccessfully ? task.Result : null, _since.Elapsed, task.Exception?.InnerException?.Message);
    }

    public void Dispose()
    {
        _end.Cancel();
        _end.Dispose();
    }

    /// <summary>What came of a turn.</summary>
    /// <param name="Reply">Null when it was not for Helm.</param>
    internal sealed record Outcome(SpokenAnswer? Reply, TimeSpan Delay, string? Failure);
}
