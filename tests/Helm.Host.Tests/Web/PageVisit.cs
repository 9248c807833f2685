using Helm.Host.Tests.Drivers;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Helm.Operations.Delivery;
using Helm.Speech.Audio;
using Microsoft.Extensions.DependencyInjection;

namespace Helm.Host.Tests.Web;

/// <summary>A visit to the page by tests/clients/browser/page.mjs; meanwhile Helm tells there what became of a plan.</summary>
internal static class PageVisit
{
    private static readonly string Root = RepositoryRoot();
    private static readonly string Folder = Path.Combine(Root, "tests", "clients", "browser");
    private static readonly string? Chromium = OnPath("chromium") ?? OnPath("chromium-browser") ?? OnPath("google-chrome");

    /// <summary>Null when all is there.</summary>
    public static string? Missing { get; } = Chromium is null || OnPath("node") is null || !Directory.Exists(Path.Combine(Folder, "node_modules"))
        ? "chromium, node or the browser's client is not installed"
        : null;

    public static string ChatFolder { get; } = Path.Combine(Root, "artifacts", "webchat");

    public static bool HasWebChat { get; } = File.Exists(Path.Combine(ChatFolder, Helm.Host.Web.Page.WebChatBundle.FileName));

    public static async Task<JsonNode> RunAsync(HelmAtWork helm, string mode, short[]? microphone)
    {
        List<string> given = ["page.mjs", Chromium!, helm.Address.ToString().TrimEnd('/'), await SignedIn.LinkAsync(helm), mode, Path.Combine(Root, "artifacts")];
        if (microphone is not null)
        {
            given.Add(Path.Combine(helm.Folder, "dictation.wav"));
            WavWriter.Write(given[^1], SpeechFormat.SampleRate, microphone);
        }

        var start = new ProcessStartInfo("node", given) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var node = Process.Start(start)!;
        var errors = node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var last = "";
        while (await node.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith("conversation ", StringComparison.Ordinal))
            {
                _ = TellAsync(helm, line["conversation ".Length..]);
            }
            else
            {
                last = line;
            }
        }

        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(node.ExitCode == 0, await errors);
        return JsonNode.Parse(last)!;
    }

    private static async Task TellAsync(HelmAtWork helm, string conversation)
    {
        var web = helm.Services.GetServices<IDeliveryChannel>().Single(channel => channel.Name == "web");
        foreach (var text in new[] { "rem-001 runs", "rem-001 has helped" })
        {
            await Task.Delay(TimeSpan.FromSeconds(1), CancellationToken.None);
            await web.SendAsync(new($"plan/{text}", "web", conversation, "test", $"\"{text}\"", Correlation: "rem-001"), CancellationToken.None);
        }
    }

    private static string? OnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
        .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    private static string RepositoryRoot([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
