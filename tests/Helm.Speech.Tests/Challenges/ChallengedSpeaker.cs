using Helm.Operations.Remediation.Challenges;
using Helm.Speech.Audio;
using Helm.Speech.Setup;
using Helm.Speech.Synthesis;
using Helm.Speech.Transcription;

namespace Helm.Speech.Tests.Challenges;

/// <summary>Somebody who answers challenges, and the engines that hear it.</summary>
internal sealed class ChallengedSpeaker : IDisposable
{
    private readonly Recordings _recordings = new();
    private readonly Random _random = new(7);
    private SpeechEngines? _engines;

    public async ValueTask StartAsync() => _engines = Installed.Engines ? await Installed.EnginesAsync(Installed.WithSteadyVoice()) : null;

    public string[] Three()
    {
        string[] words = [.. ChallengeWords.All];
        _random.Shuffle(words);
        return [.. words.DistinctBy(word => word[0]).Take(3)];
    }

    public short[] Said(string voice, string[] words) => WavReader.Read(_recordings.Of(voice, string.Join(", ", words)));

    /// <summary>Helm reads one thing aloud while a person says another.</summary>
    public async Task<short[]> MixedAsync(string[] byHelm, string[] byPerson)
    {
        var file = _recordings.NewFile();
        await _engines!.Synthesis.SpeakToFileAsync(string.Join(", ", byHelm), file, TestContext.Current.CancellationToken);
        var (one, other) = (WavReader.Read(file), Said("rms", byPerson));
        return [.. Enumerable.Range(0, Math.Max(one.Length, other.Length)).Select(i =>
            (short)(((i < one.Length ? one[i] : 0) + (i < other.Length ? other[i] : 0)) / 2))];
    }

    public async Task<Transcript> HearAsync(short[] sound)
    {
        using var sentence = _engines!.Transcription.BeginWords();
        sentence.Push([.. sound, .. new short[4_000]]);
        return await sentence.EndAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        _engines?.Dispose();
        _recordings.Dispose();
    }
}
