using System.Diagnostics;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using Helm.Acceptance.Tests.Drivers;

namespace Helm.Acceptance.Tests.CommandLine;

/// <summary><c>heyhelm teams package</c>, judged by Microsoft's own schema.</summary>
public sealed class TeamsPackageTests(WorkFolder folder) : IClassFixture<WorkFolder>
{
    private const string App = "11111111-2222-3333-4444-555555555555";

    [Fact]
    public async Task The_package_is_one_that_Teams_takes()
    {
        var made = await HeyHelm.RunAsync(
            folder.Path, ["teams", "package", "--app-id", App, "--domain", "helm.example.com", "--organisation", "Con\"toso", "--out", folder.In("helm.zip")]);
        Assert.True(made.Code == 0, made.ToString());

        await using var zip = await ZipFile.OpenReadAsync(folder.In("helm.zip"), TestContext.Current.CancellationToken);
        Assert.Equal(["color.png", "manifest.json", "outline.png"], zip.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal));
        using var manifest = new StreamReader(await zip.GetEntry("manifest.json")!.OpenAsync(TestContext.Current.CancellationToken));
        Assert.Equal("[]", (await ValidateAsync(await manifest.ReadToEndAsync(TestContext.Current.CancellationToken))).Trim());
        Assert.Equal((192, 192), Size(zip.GetEntry("color.png")!));
        Assert.Equal((32, 32), Size(zip.GetEntry("outline.png")!));
    }

    [Theory]
    [InlineData("helm", "helm.example.com", "no Microsoft App ID")]
    [InlineData(App, "https://helm.example.com/", "no host name")]
    [InlineData(App, "localhost", "no host name")]
    public async Task What_Teams_would_not_take_is_named(string app, string domain, string said)
    {
        var refused = await HeyHelm.RunAsync(folder.Path, ["teams", "package", "--app-id", app, "--domain", domain]);

        Assert.True(refused.Code == 1 && refused.Errors.Contains(said, StringComparison.Ordinal), refused.ToString());
    }

    private static (int Width, int Height) Size(ZipArchiveEntry png)
    {
        using var stream = png.Open();
        Span<byte> head = stackalloc byte[24];
        stream.ReadExactly(head);
        return (
            System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(head[16..]),
            System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(head[20..]));
    }

    private static async Task<string> ValidateAsync(string manifest)
    {
        var client = Clients();
        Assert.SkipUnless(Directory.Exists(Path.Combine(client, "node_modules")), "The packages of tests/clients/teams are not installed; ./test installs them.");
        using var node = Process.Start(new ProcessStartInfo("node", ["validate.mjs"])
        {
            WorkingDirectory = client,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        await node.StandardInput.WriteAsync(manifest);
        node.StandardInput.Close();
        return await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    private static string Clients([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "clients", "teams"));
}
