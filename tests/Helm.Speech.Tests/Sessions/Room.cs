using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Helm.Speech.Audio;
using Helm.Speech.Sessions;

namespace Helm.Speech.Tests.Sessions;

/// <summary>A room in which somebody speaks at certain moments, and in which the microphone may hear the loudspeaker. Time passes as fast as the conversation can follow.</summary>
internal sealed class Room(double echo = 0, int echoDelay = 2_400) : IVoiceDoor
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);
    private static readonly string[] StateNames = ["idle", "listening", "thinking", "speaking"];

    private readonly Queue<(Func<bool> When, Action? Also, short[] Words)> _script = new();
    private readonly Queue<short> _voice = new();
    private readonly Queue<short> _loudspeaker = new();
    private readonly List<short> _played = [];
    private readonly short[] _echoes = new short[echoDelay + 800];
    private int _echoAt;
    private int _quiet;

    /// <summary>What happened, a word or two each: <c>listening</c>, <c>heard: status</c>, <c>interrupted: Stop</c>.</summary>
    public ConcurrentQueue<string> Told { get; } = new();

    public IEnumerable<string> States => Told.Where(StateNames.Contains);

    /// <summary>How often Helm has said something to its end.</summary>
    public int Spoken => States.Zip(States.Skip(1)).Count(pair => pair is ("speaking", "listening" or "idle")) - Starting("interrupted").Count();

    public bool IsIdle => States.LastOrDefault() == "idle";

    public void Watch(VoiceEvent happened)
    {
        var what = happened switch
        {
            VoiceEvent.Changed changed => changed.State.ToString().ToLowerInvariant(),
            VoiceEvent.Heard heard => $"heard: {heard.Transcript.Words}",
            VoiceEvent.Answered answered => $"answered: {answered.Answer.Speech}",
            VoiceEvent.Interrupted interrupted => $"interrupted: {interrupted.By}",
            VoiceEvent.Ignored ignored => $"ignored: {ignored.Why}",
            VoiceEvent.Failed failed => $"failed: {failed.Reason}",
            VoiceEvent.Partial or VoiceEvent.Sounded => "",
            _ => happened.GetType().Name.ToLowerInvariant(),
        };
        if (what.Length > 0)
        {
            Told.Enqueue(what);
        }
    }

    public bool HasSpokenFor(double seconds) =>
        States.LastOrDefault() == "speaking" && _played.Count(sample => sample != 0) > seconds * SpeechFormat.SampleRate * 0.8;

    public IEnumerable<string> Starting(string with) => Told.Where(what => what.StartsWith(with, StringComparison.Ordinal));

    /// <summary>Set when the last thing is said and nothing more will happen.</summary>
    public Func<bool> IsOver { get; set; } = () => false;

    /// <summary>Waited for before time passes, so that the same is heard at the same moment on every machine.</summary>
    public Func<Task> Settled { get; set; } = () => Task.CompletedTask;

    public int Hushed { get; private set; }

    /// <summary>Words, when their moment comes.</summary>
    public Room Then(Func<bool> when, short[] words, Action? also = null)
    {
        _script.Enqueue((when, also, words));
        return this;
    }

    public async IAsyncEnumerable<short[]> FramesAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var passed = 0L; passed < SpeechFormat.Samples(Longest); passed += SpeechFormat.FrameSamples)
        {
            if (_voice.Count == 0 && _script.TryPeek(out var next) && next.When())
            {
                _script.Dequeue();
                next.Also?.Invoke();
                Array.ForEach(next.Words, _voice.Enqueue);
            }

            // A second of silence follows whatever was said last.
            _quiet = _script.Count == 0 && _voice.Count == 0 && IsOver() ? _quiet + 1 : 0;
            if (_quiet > 50)
            {
                yield break;
            }

            yield return Frame();
            await Settled();
            cancellation.ThrowIfCancellationRequested();
        }

        throw new TimeoutException($"Nothing ended the conversation: {string.Join(", ", Told)}");
    }

    public void Play(ReadOnlySpan<short> frame)
    {
        foreach (var sample in frame)
        {
            _loudspeaker.Enqueue(sample);
        }
    }

    public void Hush()
    {
        Hushed++;
        _loudspeaker.Clear();
    }

    private short[] Frame()
    {
        var frame = new short[SpeechFormat.FrameSamples];
        for (var i = 0; i < frame.Length; i++)
        {
            var loud = _loudspeaker.TryDequeue(out var played) ? played : (short)0;
            _played.Add(loud);
            _echoes[_echoAt] = loud;
            // Straight from the loudspeaker, and once more from a wall.
            var heard = echo * (At(echoDelay) + 0.4 * At(echoDelay + 350));
            _echoAt = (_echoAt + 1) % _echoes.Length;
            frame[i] = (short)Math.Clamp(heard + (_voice.TryDequeue(out var voice) ? voice : (short)0), short.MinValue, short.MaxValue);
        }

        return frame;

        double At(int delay) => _echoes[(_echoAt - delay + _echoes.Length) % _echoes.Length];
    }
}
