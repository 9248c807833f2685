using System.Runtime.InteropServices;
using Helm.Speech.Audio;
using Helm.Speech.Synthesis;
using Helm.Speech.Transcription;

namespace Helm.Speech.Tests.Engines;

/// <summary>Sound for engines whose answer does not depend on it, and what becomes of it.</summary>
internal static class PracticeSpeech
{
    public static short[] Sound(double seconds) =>
        [.. Enumerable.Range(0, (int)(seconds * SpeechFormat.SampleRate)).Select(i => (short)(1_000 * Math.Sin(i / 7.0)))];

    public static async Task<Transcript> HearAsync(ITranscriptionEngine engine, double seconds = 0.4, Action<string>? partial = null)
    {
        using var sentence = engine.Begin(partial ?? (_ => { }));
        foreach (var piece in Sound(seconds).Chunk(SpeechFormat.FrameSamples))
        {
            sentence.Push(piece);
        }

        return await sentence.EndAsync(TestContext.Current.CancellationToken);
    }

    public static async Task<byte[]> SpeakAsync(ISynthesizer voice, string text)
    {
        var sound = new List<short>();
        await foreach (var chunk in voice.SpeakAsync(text, TestContext.Current.CancellationToken))
        {
            sound.AddRange(chunk);
        }

        return MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(sound)).ToArray();
    }
}
