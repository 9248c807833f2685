using System.Runtime.CompilerServices;
using Helm.Conversation.Intents;
using Helm.Speech.Engines;
using Helm.Speech.Synthesis;
using Helm.Speech.Transcription;
using Helm.Speech.Wake;

namespace Helm.Speech.Tests.Engines;

/// <summary>Time that passes when it is told to.</summary>
internal sealed class AdjustableTime : TimeProvider
{
    private long _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _now;

    public void Pass(TimeSpan time) => _now += time.Ticks;
}

/// <summary>An engine that is always there.</summary>
internal abstract class PracticeEngine(string name) : ISpeechEngine
{
    public string Name => name;

    public Task<EngineHealth> CheckAsync(CancellationToken cancellation) => Task.FromResult(new EngineHealth(true, name));

    public void Dispose()
    {
    }

    protected SpeechEngineException Broken() => new($"{name} is broken");
}

/// <summary>Fails after the first sound of a sentence with a certain word.</summary>
internal sealed class BrokenVoice(string name, string failsOn) : PracticeEngine(name), ISynthesizer
{
    public static AsyncLocal<List<string>> Said { get; } = new();

    public int SampleRate => 16_000;

    public async IAsyncEnumerable<short[]> SpeakAsync(string text, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await Task.CompletedTask;
        Said.Value!.Add($"{Name} {text}");
        yield return [1];
        if (text.Contains(failsOn, StringComparison.Ordinal))
        {
            throw Broken();
        }
    }

    public Task<IReadOnlyList<VoiceDescription>> VoicesAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<VoiceDescription>>([]);
}

/// <summary>Understands how much it heard.</summary>
internal sealed class CountingTranscriber(string name, bool fails) : PracticeEngine(name), ITranscriptionEngine
{
    public Task LearnAsync(SpokenLanguage language, CancellationToken cancellation) => Task.CompletedTask;

    public ITranscription Begin(Action<string>? partial) => new Sentence(this);

    private sealed class Sentence(CountingTranscriber engine) : ITranscription
    {
        private int _count;

        public void Push(ReadOnlySpan<short> samples) => _count += samples.Length;

        public Task<Transcript> EndAsync(CancellationToken cancellation) => engine.IsBroken
            ? Task.FromException<Transcript>(engine.Broken())
            : Task.FromResult(Transcript.Nothing with { Words = $"{_count} by {engine.Name}" });

        public void Dispose()
        {
        }
    }

    private bool IsBroken => fails;
}

/// <summary>Wakes, or fails, with a certain frame.</summary>
internal sealed class WakeAfter(string name, int frames, bool fails) : PracticeEngine(name), IWakeEngine
{
    /// <summary>How often it was listened to.</summary>
    public int Listeners { get; private set; }

    public IWakeListener Listen()
    {
        Listeners++;
        return new Listener(this);
    }

    private WakeHit? At(int frame) => frame < frames ? null : fails ? throw Broken() : new WakeHit(TimeSpan.Zero);

    private sealed class Listener(WakeAfter engine) : IWakeListener
    {
        private int _frame;

        public WakeHit? Push(ReadOnlySpan<short> frame) => engine.At(++_frame);

        public void Reset() => _frame = 0;

        public void Dispose()
        {
        }
    }
}
