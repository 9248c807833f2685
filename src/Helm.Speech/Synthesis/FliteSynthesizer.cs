using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Helm.Speech.Audio;
using Helm.Speech.Engines;
using Helm.Speech.Native;

namespace Helm.Speech.Synthesis;

/// <summary>flite as a program: a nicer voice that starts a tenth of a second later.</summary>
internal sealed class FliteSynthesizer(SynthesisOptions options) : ISynthesizer
{
    public const string EngineName = "flite";
    private const string UsualVoice = "slt";
    private const int ChunkSamples = SpeechFormat.SampleRate / 20;

    // flite's own speed for its voices, near enough to words a minute.
    private const double UsualWordsPerMinute = 165;

    private static readonly string[] Voices = ["slt", "rms", "awb", "kal", "kal16", "awb_time"];

    private static readonly EngineHealth Missing = new(false, "flite is not installed.", SpeechPackages.InstallCommand);

    public string Name => EngineName;

    public int SampleRate => SpeechFormat.SampleRate;

    public string? VoiceInUse => Voices.Contains(options.Voice) ? options.Voice! : UsualVoice;

    private static bool IsInstalled => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, EngineName)));

    public Task<EngineHealth> CheckAsync(CancellationToken cancellation) =>
        Task.FromResult(IsInstalled ? new EngineHealth(true, "flite, as a program") : Missing);

    public Task<IReadOnlyList<VoiceDescription>> VoicesAsync(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<VoiceDescription>>(
            IsInstalled ? [.. Voices.Select(voice => new VoiceDescription(voice, "en-us", $"flite's {voice}"))] : []);

    public async IAsyncEnumerable<short[]> SpeakAsync(
        string text, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var samples = await MakeAsync(SpeakableText.From(text, options.LongestText), cancellation);
        for (var at = 0; at < samples.Length; at += ChunkSamples)
        {
            yield return samples[at..Math.Min(samples.Length, at + ChunkSamples)];
        }
    }

    public void Dispose()
    {
        // Nothing is kept between two sentences.
    }

    private async Task<short[]> MakeAsync(string text, CancellationToken cancellation)
    {
        if (text.Length == 0)
        {
            return [];
        }

        if (!IsInstalled)
        {
            throw new SpeechEngineException($"{Missing.Detail} Install it: {Missing.Remedy}");
        }

        var folder = Directory.CreateTempSubdirectory("helm-voice-");
        try
        {
            var file = Path.Combine(folder.FullName, "speech.wav");
            await RunAsync(text, file, cancellation);
            return WavReader.Read(file);
        }
        catch (Exception failure) when (failure is Win32Exception or InvalidAudioException)
        {
            throw new SpeechEngineException($"flite gave no sound: {failure.Message}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task RunAsync(string text, string file, CancellationToken cancellation)
    {
        var stretch = (UsualWordsPerMinute / options.WordsPerMinute).ToString("F2", CultureInfo.InvariantCulture);
        using var flite = Process.Start(new ProcessStartInfo(
            EngineName, ["-voice", VoiceInUse!, "--setf", $"duration_stretch={stretch}", "-t", text, "-o", file]))!;
        try
        {
            await flite.WaitForExitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            flite.Kill();
            throw;
        }
    }
}
