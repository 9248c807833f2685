using System.Diagnostics;
using Helm.Speech.Audio;
using Helm.Speech.Setup;

namespace Helm.Acceptance.Tests.Drivers;

/// <summary>People's voices, by flite.</summary>
internal static class Flite
{
    public static IReadOnlyList<string> Voices { get; } = ["slt", "rms", "awb", "slt"];

    /// <summary>Whether anybody can be heard and answered here.</summary>
    public static bool IsInstalled =>
        SpeechHealth.CheckAsync(new SpeechOptions()).GetAwaiter().GetResult() is { CanHear: true, CanSpeak: true }
        && Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(path => File.Exists(Path.Combine(path, "flite")));

    public static short[] Say(string folder, string voice, string words)
    {
        var file = Path.Combine(folder, $"{Guid.NewGuid():N}.wav");
        using var flite = Process.Start("flite", ["-voice", voice, "-t", words, "-o", file]);
        flite.WaitForExit();
        return WavReader.Read(file);
    }
}
