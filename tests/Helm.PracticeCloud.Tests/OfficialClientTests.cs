using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Helm.PracticeCloud.Tests;

/// <summary>The official AWS SDK for JavaScript, unchanged, finds nothing amiss.</summary>
public sealed class OfficialClientTests
{
    private static readonly SemaphoreSlim Installing = new(1);

    [Theory]
    [InlineData("sts")]
    [InlineData("cloudwatch")]
    [InlineData("logs")]
    [InlineData("lambda")]
    [InlineData("rds")]
    [InlineData("ecs")]
    [InlineData("elasticache")]
    [InlineData("s3")]
    [InlineData("cloudfront")]
    [InlineData("costexplorer")]
    [InlineData("securityhub")]
    [InlineData("config")]
    [InlineData("tagging")]
    [InlineData("ec2")]
    [InlineData("apigateway")]
    public async Task The_official_client_works_against_it(string service)
    {
        var folder = Folder();
        await InstallAsync(folder);
        await using var cloud = await PracticeCloudServer.StartAsync(
            new PracticeCloudOptions { Port = 0, TimeScale = 20, GeneratedFunctions = 120 }, TestContext.Current.CancellationToken);
        var (code, output) = await RunAsync(folder, "node", "check.mjs", service, cloud.Endpoint.ToString());
        TestContext.Current.TestOutputHelper?.WriteLine(output);
        Assert.True(code == 0, output);
        Assert.True(output.Split('\n').Count(line => line.StartsWith("ok ", StringComparison.Ordinal)) >= 3, output);
    }

    // Packages that are there already are used as they are, so that this works offline too.
    private static async Task InstallAsync(string folder)
    {
        await Installing.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (!Directory.Exists(Path.Combine(folder, "node_modules", "@aws-sdk", "client-apigatewayv2")))
            {
                var (code, output) = await RunAsync(folder, "npm", "ci", "--prefer-offline", "--no-progress");
                Assert.SkipUnless(code == 0, $"Node packages cannot be installed here: {output}");
            }
        }
        finally
        {
            Installing.Release();
        }
    }

    private static async Task<(int Code, string Output)> RunAsync(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["NODE_NO_WARNINGS"] = "1";
        start.Environment["AWS_EC2_METADATA_DISABLED"] = "true";
        try
        {
            using var running = Process.Start(start)!;
            var error = running.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var output = await running.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await running.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (running.ExitCode, output + await error);
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            Assert.Skip($"{program} is not installed: {missing.Message}");
            throw;
        }
    }

    private static string Folder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "clients", "aws"));
}
