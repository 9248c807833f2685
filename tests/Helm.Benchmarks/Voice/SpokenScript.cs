using System.Diagnostics;
using Helm.Speech.Audio;

namespace Helm.Benchmarks.Voice;

/// <summary>Sound to measure with: commands by flite's voices, silence, and talk that is not for Helm.</summary>
internal sealed class SpokenScript : IDisposable
{
    private const string Prompts = "/usr/share/asterisk/sounds";

    private static readonly string[] Voices = ["slt", "rms", "awb"];

    private static readonly string[] Commands =
    [
        "status of production", "how is staging doing", "show me the dashboard", "what issues do we have", "run a security audit",
        "what was deployed today", "show me the latency of the payment service", "what is wrong with the orders database",
        "list the open issues in production", "restart the A P I lambda in staging",
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("helm-bench-voice-");
    private readonly Dictionary<int, short[]> _said = [];

    /// <summary>"hey helm, COMMAND", another command by another voice with each number.</summary>
    public short[] Command(int number)
    {
        var which = number % (Commands.Length * Voices.Length);
        if (!_said.TryGetValue(which, out var sound))
        {
            _said[which] = sound = Say(Voices[which % Voices.Length], $"hey helm, {Commands[which % Commands.Length]}");
        }

        return sound;
    }

    /// <summary>A room at night: a little noise.</summary>
    public static short[] Silence(double seconds)
    {
        var random = new Random(5);
#pragma warning disable CA5394 // Noise, not a secret.
        return [.. Enumerable.Range(0, (int)(seconds * SpeechFormat.SampleRate)).Select(_ => (short)random.Next(-10, 11))];
#pragma warning restore CA5394
    }

    /// <summary>Human speech of telephone prompts where Debian's are installed, else flite's; a minute of it.</summary>
    public (string Whose, short[] Sound) Talk()
    {
        const int Length = 60 * SpeechFormat.SampleRate;
        if (Directory.Exists(Prompts) && Human() is { Length: > Length } human)
        {
            return ("a human voice", human[..Length]);
        }

        var said = Say("rms", "the quick brown fox jumps over the lazy dog and nobody knows where the cat is hiding or when the train will leave this morning");
        return ("flite", [.. Enumerable.Range(0, Length).Select(i => said[i % said.Length])]);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private short[]? Human()
    {
        var (joined, file) = (Path.Combine(_folder.FullName, "prompts.g722"), Path.Combine(_folder.FullName, "prompts.wav"));
        using (var all = File.Create(joined))
        {
            foreach (var prompt in Directory.EnumerateFiles(Prompts, "*.g722", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Where((_, i) => i % 15 == 0))
            {
                all.Write(File.ReadAllBytes(prompt));
            }
        }

        try
        {
            Run("ffmpeg", "-v", "error", "-f", "g722", "-i", joined, "-ar", "16000", "-ac", "1", file);
            return WavReader.Read(file);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private short[] Say(string voice, string words)
    {
        var file = Path.Combine(_folder.FullName, $"{Guid.NewGuid():N}.wav");
        Run("flite", "-voice", voice, "-t", words, "-o", file);
        return WavReader.Read(file);
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
    }
}
