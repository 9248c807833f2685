using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Helm.Speech.Native;

namespace Helm.Speech.Synthesis;

/// <summary>eSpeak NG: the first sound is there at once, and its voice does not wake Helm.</summary>
internal sealed class EspeakSynthesizer : ISynthesizer
{
    public const string EngineName = "espeak-ng";
    private const string UsualVoice = "en-us";

    // Half a minute of sound may wait for a slow listener; then the speech waits.
    private const int MostChunks = 600;

    private readonly EspeakLibrary _library;
    private readonly SynthesisOptions _options;

    private EspeakSynthesizer(EspeakLibrary library, SynthesisOptions options) => (_library, _options) = (library, options);

    public string Name => EngineName;

    public int SampleRate => _library.SampleRate;

    public static EspeakSynthesizer? Find(SynthesisOptions options) =>
        EspeakLibrary.Find() is { } library ? new EspeakSynthesizer(library, options) : null;

    public async IAsyncEnumerable<short[]> SpeakAsync(
        string text, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var chunks = Channel.CreateBounded<short[]>(MostChunks);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var speaking = Task.Run(() => Speak(SpeakableText.From(text, _options.LongestText), chunks.Writer, stopping.Token), CancellationToken.None);
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

    private void Speak(string text, ChannelWriter<short[]> chunks, CancellationToken stopping)
    {
        var spoke = _library.Speak(text, Voice(_options.Voice), _options.WordsPerMinute, Write)
            || _library.Speak(text, UsualVoice, _options.WordsPerMinute, Write);
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

    private static string Voice(string? voice) => string.IsNullOrWhiteSpace(voice) ? UsualVoice : voice;
}
