using System.Runtime.CompilerServices;
using Helm.Speech.Audio;
using Helm.Speech.Engines;

namespace Helm.Speech.Synthesis;

/// <summary>Speaks by the first engine that works, sentence by sentence at 16 kHz; the next engine repeats the sentence in which one failed.</summary>
internal sealed class FallbackSynthesizer(EngineRoster<ISynthesizer> engines) : ISynthesizer
{
    public string Name => engines.Names;

    public int SampleRate => SpeechFormat.SampleRate;

    public Task<EngineHealth> CheckAsync(CancellationToken cancellation) => engines.CheckAsync(cancellation);

    public Task<IReadOnlyList<VoiceDescription>> VoicesAsync(CancellationToken cancellation) =>
        engines.InTurn()[0].VoicesAsync(cancellation);

    public async IAsyncEnumerable<short[]> SpeakAsync(
        string text, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        foreach (var sentence in Sentences.Of(text))
        {
            await foreach (var chunk in SaySentenceAsync(sentence, cancellation))
            {
                yield return chunk;
            }
        }
    }

    public void Dispose() => engines.Dispose();

    private async IAsyncEnumerable<short[]> SaySentenceAsync(
        string sentence, [EnumeratorCancellation] CancellationToken cancellation)
    {
        SpeechEngineException? failure = null;
        foreach (var engine in engines.InTurn())
        {
            await using var chunks = engine.SpeakAsync(sentence, cancellation).GetAsyncEnumerator(cancellation);
            var resampler = new Resampler(engine.SampleRate, SampleRate);
            (var chunk, failure) = await NextAsync(chunks, resampler);
            while (chunk is not null)
            {
                yield return chunk;
                (chunk, failure) = await NextAsync(chunks, resampler);
            }

            if (failure is null)
            {
                engines.Worked(engine);
                if (resampler.Rest() is { Length: > 0 } rest)
                {
                    yield return rest;
                }

                yield break;
            }

            engines.Failed(engine, failure);
        }

        throw failure ?? new SpeechEngineException("No voice is configured.");
    }

    /// <summary>No chunk at the end, and none but the reason when the engine failed.</summary>
    private static async Task<(short[]? Chunk, SpeechEngineException? Failure)> NextAsync(
        IAsyncEnumerator<short[]> chunks, Resampler resampler)
    {
        try
        {
            return (await chunks.MoveNextAsync() ? resampler.Convert(chunks.Current) : null, null);
        }
        catch (SpeechEngineException failure)
        {
            return (null, failure);
        }
    }
}
