using System.Net;
using System.Net.Sockets;
using Helm.Host.Tests.Drivers;

namespace Helm.Host.Tests.Doors;

public sealed class RestartTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("helm-restart-").FullName;
    private Emulator _emulator = null!;

    public async ValueTask InitializeAsync() => _emulator = await Emulator.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _emulator.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_message_that_was_acknowledged_is_answered_after_the_next_start_and_once()
    {
        var address = $"Helm:Host:Url=http://127.0.0.1:{FreePort()}";
        await using (var first = await HelmAtWork.StartAsync(_ => { }, _folder, address))
        {
            first.Turns.Patience = new TaskCompletionSource().Task;
            using var response = await first.PostAsync("/api/messages", _emulator.Message("status", id: "m1"));
            Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        }

        Assert.Empty(_emulator.Received);
        await using var second = await HelmAtWork.StartAsync(_ => { }, _folder, address);
        await _emulator.WaitAsync(1);
        using var again = await second.PostAsync("/api/messages", _emulator.Message("status", id: "m1"));
        using var next = await second.PostAsync("/api/messages", _emulator.Message("next"));
        var replies = await _emulator.WaitAsync(2);

        Assert.Equal(["You said: status", "You said: next"], replies.Select(reply => (string?)reply.Activity["text"]));
    }

    [Fact]
    public async Task A_second_host_on_the_same_database_leaves_alone_what_the_first_is_at()
    {
        await using var first = await HelmAtWork.StartAsync(_ => { }, _folder);
        var answer = new TaskCompletionSource();
        first.Turns.Patience = answer.Task;
        using var response = await first.PostAsync("/api/messages", _emulator.Message("status"));

        await using var second = await HelmAtWork.StartAsync(_ => { }, _folder);
        using var other = await second.PostAsync("/api/messages", _emulator.Message("other", "c2"));
        await _emulator.WaitAsync(1);
        answer.SetResult();
        await _emulator.WaitAsync(2);

        Assert.Equal("status", first.Turns.Heard.Single().Text);
        Assert.Equal("other", second.Turns.Heard.Single().Text);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
