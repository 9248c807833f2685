using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Helm.Speech.Engines;
using Helm.Speech.Native;

namespace Helm.Speech.Synthesis;

/// <summary>eSpeak NG: the first sound is there at once, and its voice does not wake Helm.</summary>
internal sealed class EspeakSynthesizer(SynthesisOptions options) : ISynthesizer
{
    public const string EngineName = "espeak-ng";
    private const string UsualVoice = "en-us";

    private static readonly EngineHealth Missing = new(false, "eSpeak NG is not installed.", SpeechPackages.InstallCommand);

    // Half a minute of sound may wait for a slow listener; then the speech waits.
    private const int MostChunks = 600;

    public string Name => EngineName;

    public int SampleRate => EspeakLibrary.Find()?.SampleRate ?? EspeakLibrary.UsualSampleRate;

    public Task<EngineHealth> CheckAsync(CancellationToken cancellation) => Task.FromResult(EspeakLibrary.Find() is { } library
        ? new EngineHealth(true, $"eSpeak NG at {library.SampleRate:N0} Hz")
        : Missing);

    public Task<IReadOnlyList<VoiceDescription>> VoicesAsync(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<VoiceDescription>>(EspeakLibrary.Find()?.Voices() ?? []);

    public async IAsyncEnumerable<short[]> SpeakAsync(
        string text, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var library = EspeakLibrary.Find() ?? throw new SpeechEngineException($"{Missing.Detail} Install it: {Missing.Remedy}");
        var chunks = Channel.CreateBounded<short[]>(MostChunks);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var speaking = Task.Run(
            () => Speak(library, SpeakableText.From(text, options.LongestText), chunks.Writer, stopping.Token), CancellationToken.None);
        try
        {
            await foreach (var chunk in chunks.Reader.ReadAllAsync(cancellation))
            {
                yield return chunk;
            }
        }
        finally
        {
            await stopping.CancelAsync();
            await speaking;
        }
    }

    private void Speak(EspeakLibrary library, string text, ChannelWriter<short[]> chunks, CancellationToken stopping)
    {
        // The text has no markup of its own any more: what is marked up here is all that there is.
        var isMarkup = SpokenParts.HasSpelled(text);
        var said = isMarkup ? Ssml.Of(text) : text;
        var spoke = library.Speak(said, isMarkup, Voice(options.Voice), options.WordsPerMinute, Write)
            || library.Speak(said, isMarkup, UsualVoice, options.WordsPerMinute, Write);
        chunks.Complete(spoke ? null : new SpeechEngineException(
            $"eSpeak NG has no English voice. Install it again: {SpeechPackages.InstallCommand}"));

        bool Write(ReadOnlySpan<short> samples)
        {
            var chunk = samples.ToArray();
            while (!stopping.IsCancellationRequested && !chunks.TryWrite(chunk))
            {
                stopping.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(10));
            }

            return !stopping.IsCancellationRequested;
        }
    }

    public string? VoiceInUse => Voice(options.Voice);

    public void Dispose()
    {
        // The library stays for the process.
    }

    private static string Voice(string? voice) => string.IsNullOrWhiteSpace(voice) ? UsualVoice : voice;
}
