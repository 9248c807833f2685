using Helm.Host.Tests.Drivers;
using Microsoft.Extensions.Logging;

namespace Helm.Host.Tests.Doors;

/// <summary>Whatever comes to a chat door, it is answered, and nothing is done that was not said. With HELM_SOAK the full count: a million.</summary>
public sealed class DoorSoakTests : IAsyncLifetime
{
    private const int Senders = 8;

    private static readonly int Inputs = Environment.GetEnvironmentVariable("HELM_SOAK") is not null ? 1_000_000 : 4_000;

    private readonly int[] _answers = new int[600];
    private readonly FailureLog _failures = new();
    private LoopbackSlack _slack = null!;
    private Emulator _emulator = null!;
    private HelmAtWork _helm = null!;

    public async ValueTask InitializeAsync()
    {
        _slack = await LoopbackSlack.StartAsync();
        _emulator = await Emulator.StartAsync();
        _helm = await HelmAtWork.StartAsync(builder => builder.Logging.AddProvider(_failures), null, [.. _slack.Settings, "Logging:LogLevel:Default=Error"]);
    }

    public async ValueTask DisposeAsync()
    {
        await _helm.DisposeAsync();
        await _emulator.DisposeAsync();
        await _slack.DisposeAsync();
    }

    [Fact]
    public async Task No_event_activity_or_interaction_makes_a_door_fail_or_decides_anything()
    {
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(SendAsync));

        Assert.Equal(0, _answers.Skip(500).Sum());
        Assert.True(_answers[200] > Inputs / 10, $"{_answers[200]} came through to Slack's door: too few for the test to mean anything.");
        Assert.True(_answers[202] > Inputs / 10, $"{_answers[202]} came through to the Bot Framework's door: too few for the test to mean anything.");
        Assert.Empty(_failures.Unexpected);
        Assert.Empty(_failures.GivenUp);
        Assert.DoesNotContain(_helm.Turns.Ran, ran => ran.Command.Intent.StartsWith("confirm", StringComparison.Ordinal));
    }

    private async Task SendAsync(int sender)
    {
        for (var number = sender; number < Inputs; number += Senders)
        {
            var (kind, body) = new DoorFuzz(number, _emulator.ServiceUrl).Next();
            using var response = kind == DoorInput.Activity
                ? await _helm.SendAsync(HttpMethod.Post, "/api/messages", body, SlackSender.Json)
                : await _helm.SlackAsync(body, kind == DoorInput.Form ? SlackSender.Form : SlackSender.Json);
            Interlocked.Increment(ref _answers[(int)response.StatusCode]);
        }
    }
}
