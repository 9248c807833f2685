using System.Collections.Concurrent;
using System.Diagnostics;

namespace Helm.Speech.Tests;

/// <summary>Speech made by the installed voices; each sentence once.</summary>
public sealed class Recordings : IDisposable
{
    public static readonly string[] Voices = ["slt", "rms", "awb"];

    private readonly string _folder = Directory.CreateTempSubdirectory("helm-recordings-").FullName;
    private readonly ConcurrentDictionary<(string Voice, string Text), string> _made = new();

    public string NewFile(string extension = "wav") => Path.Combine(_folder, $"{Guid.NewGuid():N}.{extension}");

    /// <param name="voice">One of flite's.</param>
    public string Of(string voice, string text) => _made.GetOrAdd((voice, text), what =>
    {
        var file = NewFile();
        Run("flite", ["-voice", what.Voice, "-t", what.Text, "-o", file]);
        return file;
    });

    public string ByFestival(string text)
    {
        var (words, file) = (NewFile("txt"), NewFile());
        File.WriteAllText(words, text);
        Run("text2wave", ["-eval", "(voice_cmu_us_slt_arctic_hts)", words, "-o", file]);
        return file;
    }

    /// <summary>Its dither is the same each time.</summary>
    public static void Sox(string[] arguments) => Run("sox", ["-R", .. arguments]);

    /// <summary>With pink noise of the same seed each time, so much quieter than the speech.</summary>
    public string WithNoise(string recording, double decibelsBelow)
    {
        var samples = Audio.WavFiles.Samples(recording);
        var random = new Random(20);
        var (slow, middle, noise) = (0.0, 0.0, new double[samples.Length]);
        for (var i = 0; i < noise.Length; i++)
        {
            var white = random.NextDouble() * 2 - 1;
            (slow, middle) = (0.99765 * slow + 0.0990460 * white, 0.96300 * middle + 0.2965164 * white);
            noise[i] = slow + middle + 0.1848 * white;
        }

        var gain = Math.Sqrt(samples.Average(sample => (double)sample * sample) / noise.Average(sample => sample * sample))
            * Math.Pow(10, -decibelsBelow / 20);
        var file = NewFile();
        Helm.Speech.Audio.WavWriter.Write(file, 16_000, [.. samples.Zip(noise, (sample, other) =>
            (short)Math.Clamp(sample + gain * other, short.MinValue, short.MaxValue))]);
        return file;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void Run(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program}: {said}");
    }
}
