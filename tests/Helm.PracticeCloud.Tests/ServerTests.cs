using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Helm.PracticeCloud.Data;
using Helm.PracticeCloud.Tests.Driver;

namespace Helm.PracticeCloud.Tests;

public sealed class ServerTests
{
    [Fact]
    public async Task A_port_in_use_is_said_with_what_to_do()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        var error = await Assert.ThrowsAsync<PortInUseException>(() =>
            PracticeCloudServer.StartAsync(new PracticeCloudOptions { Port = port }, TestContext.Current.CancellationToken));
        Assert.Equal(port, error.Port);
        Assert.Contains("--port", error.Message);
    }

    [Fact]
    public async Task It_listens_on_loopback_only()
    {
        await using var cloud = await CloudDriver.StartAsync();
        Assert.Equal("127.0.0.1", cloud.Http.BaseAddress!.Host);
    }

    [Theory]
    [InlineData("--port", "70000", "--port")]
    [InlineData("--moon", "1", "--moon")]
    [InlineData("--company", "/nowhere/company.json", "/nowhere/company.json")]
    public async Task The_program_names_what_is_wrong_on_its_command_line(string option, string value, string named)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(typeof(PracticeCloudServer).Assembly.Location);
        start.ArgumentList.Add(option);
        start.ArgumentList.Add(value);
        using var program = Process.Start(start)!;
        var error = await program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, program.ExitCode);
        Assert.Contains(named, error);
        Assert.DoesNotContain("   at ", error);
    }

    [Fact]
    public async Task A_company_with_a_mistake_is_refused_with_the_field()
    {
        var file = Path.Combine(Path.GetTempPath(), $"company-{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(file, """{"name":"x","accounts":[{"id":"12","environment":"prod","region":"us-east-1","access_keys":[],"resources":{}}]}""", TestContext.Current.CancellationToken);
        try
        {
            var error = await Assert.ThrowsAsync<DataFileException>(() =>
                PracticeCloudServer.StartAsync(new PracticeCloudOptions { Port = 0, CompanyFile = file }, TestContext.Current.CancellationToken));
            Assert.Equal("accounts.id", error.Field);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
