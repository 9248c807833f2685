using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Helm.Connectors.Tests.Drivers;
using Helm.Operations.Delivery;

namespace Helm.Connectors.Tests;

/// <summary>Against a real mail server, aiosmtpd, which tells what it received and who had authenticated.</summary>
public sealed class EmailTests
{
    private const string Python = "/usr/bin/python3";

    private const string Server =
        """
        import asyncio, json, sys
        from aiosmtpd.controller import Controller
        from aiosmtpd.smtp import AuthResult, LoginPassword
        def authenticate(server, session, envelope, mechanism, data):
            ok = isinstance(data, LoginPassword) and data.login == b"helm" and data.password == b"right"
            return AuthResult(success=ok, handled=False, auth_data=data.login if ok else None)
        class Sink:
            async def handle_DATA(self, server, session, envelope):
                print(json.dumps({"auth": session.auth_data.decode() if session.authenticated else None, "from": envelope.mail_from,
                    "to": envelope.rcpt_tos, "content": envelope.content.decode()}), flush=True)
                return "250 OK"
        controller = Controller(Sink(), hostname="127.0.0.1", port=int(sys.argv[1]), authenticator=authenticate, auth_require_tls=False, auth_required=True)
        controller.start()
        print("ready", flush=True)
        sys.stdin.read()
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_alert_arrives_as_mail_from_whoever_authenticated()
    {
        using var server = await StartAsync();
        await using var helm = await HelmAsync(server.Port, "right");
        await helm.PassAsync();

        var mail = JsonNode.Parse((await server.Process.StandardOutput.ReadLineAsync(Cancellation))!)!;
        Assert.Equal(("helm", "helm@example.com"), ((string?)mail["auth"], (string?)mail["from"]));
        Assert.Equal(["ops@example.com", "lead@example.com"], mail["to"]!.AsArray().Select(one => (string?)one));
        var parts = ((string)mail["content"]!).ReplaceLineEndings("\n").Split("\n\n", 2);
        Assert.Contains("Subject: =?utf-8?B?", parts[0], StringComparison.Ordinal);
        Assert.Contains("Environment: Production", Encoding.UTF8.GetString(Convert.FromBase64String(parts[1])), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_refused_sends_nothing_and_the_message_is_a_dead_letter()
    {
        using var server = await StartAsync();
        await using var helm = await HelmAsync(server.Port, "wrong");
        await helm.PassAsync();

        var dead = Assert.Single(await helm.Get<IOutboxStore>().ListAsync(OutboxState.Dead, 10, Cancellation));
        Assert.Contains("535", dead.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong", dead.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ops@example.com", true)]
    [InlineData("ops@example.com>\r\nDATA", false)]
    [InlineData("a b@example.com", false)]
    [InlineData("nobody", false)]
    public void What_could_end_a_command_is_no_address(string text, bool expected) => Assert.Equal(expected, Email.EmailChannel.IsAddress(text));

    private static Task<HelmWithConnectors> HelmAsync(int port, string password)
    {
        // Of its own for each test: they run side by side.
        var variable = $"HELM_TEST_SMTP_{password}";
        Environment.SetEnvironmentVariable(variable, password);
        return HelmWithConnectors.StartAsync(new()
        {
            ["Helm:Alerting:Enabled"] = "true",
            ["Helm:Alerting:Channels:0"] = "mail",
            ["Helm:Alerting:Destinations:mail:Channel"] = "email",
            ["Helm:Alerting:Destinations:mail:Address"] = "ops@example.com, lead@example.com",
            ["Helm:Connectors:Email:Host"] = "127.0.0.1",
            ["Helm:Connectors:Email:Port"] = port.ToString(CultureInfo.InvariantCulture),
            ["Helm:Connectors:Email:Security"] = "None",
            ["Helm:Connectors:Email:User"] = "helm",
            ["Helm:Connectors:Email:Password"] = $"env:{variable}",
            ["Helm:Connectors:Email:From"] = "helm@example.com",
        });
    }

    private static async Task<Running> StartAsync()
    {
        Assert.SkipUnless(File.Exists(Python) && Directory.Exists("/usr/lib/python3/dist-packages/aiosmtpd"), "aiosmtpd is not installed");
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var start = new ProcessStartInfo(Python, ["-c", Server, port.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true, RedirectStandardInput = true };
        var process = Process.Start(start)!;
        Assert.Equal("ready", await process.StandardOutput.ReadLineAsync(Cancellation));
        return new(process, port);
    }

    private sealed record Running(Process Process, int Port) : IDisposable
    {
        public void Dispose()
        {
            Process.Kill();
            Process.Dispose();
        }
    }
}
