using Helm.Acceptance.Tests.Drivers;

namespace Helm.Acceptance.Tests.CommandLine;

/// <summary><c>heyhelm web</c>: letting people in, and fetching the chat window.</summary>
public sealed class WebTests(WorkFolder folder) : IClassFixture<WorkFolder>
{
    [Fact]
    public async Task The_owner_lets_somebody_in_by_a_link_of_a_running_Helm()
    {
        await using var company = await PracticeCompany.StartAsync();
        using var installed = new HelmFolder(company);
        foreach (var (key, value) in new[] { ("Helm:Web:Enabled", "true"), ("Helm:SignIn:OneTimeLinks", "true"), ("Helm:People:0:Id", "web:alice"), ("Helm:People:0:Role", "Viewer") })
        {
            installed.Settings[key] = value;
        }

        await using var helm = await HelmProcess.StartAsync(installed);
        string[] link = ["web", "link", "--url", helm.Address.ToString(), "--token-file", installed.In("token")];

        var mine = await HeyHelm.RunAsync(folder.Path, link);
        var hers = await HeyHelm.RunAsync(folder.Path, [.. link, "--person", "web:alice"]);
        var nobodys = await HeyHelm.RunAsync(folder.Path, [.. link, "--person", "web:mallory"]);

        Assert.All(new[] { mine, hers }, made => Assert.StartsWith($"{helm.Address.GetLeftPart(UriPartial.Authority)}/sign-in#", made.Output, StringComparison.Ordinal));
        Assert.NotEqual(mine.Output, hers.Output);
        Assert.True(nobodys.Code == 1 && nobodys.Errors.Contains("Helm:People", StringComparison.Ordinal), nobodys.ToString());
    }

    [Fact]
    public async Task Without_npm_it_is_said_how_one_goes_on()
    {
        // "dotnet" is started by its path, and finds no npm beside it.
        var missing = await HeyHelm.RunAsync(folder.Path, ["web", "fetch-chat", "--folder", folder.In("chat")], secrets: new Dictionary<string, string> { ["PATH"] = folder.Path });

        Assert.True(missing.Code == 1 && missing.Errors.Contains("plain chat form", StringComparison.Ordinal), missing.ToString());
        Assert.False(Directory.Exists(folder.In("chat")));
    }

    [Fact]
    public async Task A_file_of_another_content_is_not_taken_for_the_chat_window()
    {
        using var forger = new WorkFolder();
        var npm = forger.Write("npm", "#!/bin/sh\nmkdir -p package/dist\necho 'alert(1)' > package/dist/webchat.js\ntar czf botframework-webchat.tgz package\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(npm, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        var forged = await HeyHelm.RunAsync(
            folder.Path, ["web", "fetch-chat", "--folder", folder.In("chat")], secrets: new Dictionary<string, string> { ["PATH"] = $"{forger.Path}:{Environment.GetEnvironmentVariable("PATH")}" });

        Assert.True(forged.Code == 1 && forged.Errors.Contains("nothing was kept", StringComparison.Ordinal), forged.ToString());
        Assert.False(Directory.Exists(folder.In("chat")));
    }
}
