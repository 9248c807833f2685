using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Helm.Host.Tests.Drivers;
using Helm.Speech.Audio;

namespace Helm.Host.Tests.Voice;

/// <summary>Debian's chromium with a recording as microphone, and the speech that it plays.</summary>
internal sealed class Browser(HelmAtWork helm)
{
    private static readonly string Folder = Path.Combine(RepositoryRoot(), "tests", "clients", "browser");
    private static readonly string? Chromium = OnPath("chromium") ?? OnPath("chromium-browser") ?? OnPath("google-chrome");

    /// <summary>Null when all is there.</summary>
    public static string? Missing { get; } =
        Chromium is null || OnPath("node") is null || !Directory.Exists(Path.Combine(Folder, "node_modules")) ? "chromium, node or the browser's client is not installed"
        : OnPath("flite") is null || !Directory.Exists("/usr/share/pocketsphinx/model/en-us") ? "PocketSphinx or flite is not installed"
        : null;

    /// <summary>What the page showed; a picture of it is kept to be looked at.</summary>
    public async Task<Shown> TalkAsync(IEnumerable<short> microphone, int answers)
    {
        var (recording, screenshot) = (Path.Combine(helm.Folder, "microphone.wav"), Path.Combine(helm.Folder, "page.png"));
        WavWriter.Write(recording, SpeechFormat.SampleRate, [.. microphone]);
        var start = new ProcessStartInfo(
            "node", ["voice.mjs", Chromium!, helm.Address.ToString().TrimEnd('/'), helm.Token, recording, $"{answers}", screenshot])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var node = Process.Start(start)!;
        var (output, errors) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        File.Copy(screenshot, Path.Combine(RepositoryRoot(), "artifacts", "voice-test-page.png"), overwrite: true);
        Assert.True(node.ExitCode == 0, await errors);
        return new Shown(JsonNode.Parse(await output)!);
    }

    public short[] Said(string words)
    {
        var file = Path.Combine(helm.Folder, $"{words.Length}.wav");
        using var flite = Process.Start("flite", ["-voice", "rms", "-t", words, "-o", file]);
        flite.WaitForExit();
        return WavReader.Read(file);
    }

    public static short[] Silence(double seconds) => new short[(int)(seconds * SpeechFormat.SampleRate)];

    private static string? OnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
        .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    private static string RepositoryRoot([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));

    /// <summary>The page as it was at the end.</summary>
    internal sealed class Shown(JsonNode page)
    {
        public List<string> Of(string who) =>
            [.. page["lines"]!.AsArray().Where(line => (string)line!["who"]! == who).Select(line => (string)line!["text"]!)];

        public string Address => (string)page["address"]!;

        public string Milliseconds(string stage) => (string)page["ms"]![stage]!;

        public List<string> All(string what) => [.. page[what]!.AsArray().Select(one => (string)one!)];
    }
}
