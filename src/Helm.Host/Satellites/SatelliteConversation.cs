using System.Text.Json.Nodes;
using Helm.Host.Voice;
using Helm.Speech.Engines;
using Helm.Speech.Sessions;
using Helm.Speech.Wyoming;

namespace Helm.Host.Satellites;

/// <summary>A spoken conversation with a satellite; it lasts as long as the connection, however often the satellite asks for one.</summary>
internal sealed class SatelliteConversation : ISatelliteWork
{
    private readonly CancellationTokenSource _end;
    private readonly SatelliteDoor _door;
    private readonly SatelliteEvents _events;
    private readonly Task _talk;

    // There before the first sound is taken.
    private VoiceSession? _session;

    public SatelliteConversation(WyomingWire wire, Device device, SatelliteParts parts, CancellationToken cancellation)
    {
        _end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _door = new SatelliteDoor(parts.Time, _end.Cancel);
        _events = new SatelliteEvents(_door, SatelliteInfo.WakeName(parts.Speech.Value.Hearing.Wake.Phrase));
        _talk = TalkAsync(device, parts, wire);
    }

    /// <summary>No engine could listen; another try may.</summary>
    public bool IsOver => _talk.IsCompleted;

    /// <summary>The satellite has heard its own wake word: what follows is a command.</summary>
    public void Press() => _door.Then(() => _session!.Press());

    public Task TakeAsync(short[] samples, CancellationToken cancellation)
    {
        _door.Hear(samples);
        return Task.CompletedTask;
    }

    /// <summary>What was said is the sentence.</summary>
    public Task EndAsync(CancellationToken cancellation)
    {
        _door.Then(() => _session!.Release());
        _door.Rest();
        return Task.CompletedTask;
    }

    /// <summary>Ends with the connection.</summary>
    public async Task CloseAsync()
    {
        await _end.CancelAsync();
        _door.Close();
        await _talk.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => _end.Dispose();

    private async Task TalkAsync(Device device, SatelliteParts parts, WyomingWire wire)
    {
        var sending = _door.SendAllAsync(wire, _end.Token);
        try
        {
            await parts.Sessions.RunAsync(device, _door, _events.Tell, begun => _session = begun, _end.Token);
        }
        catch (SpeechEngineException)
        {
            _door.Send(WyomingEvent.Of("error", new JsonObject { ["text"] = "Helm cannot hear here; 'heyhelm doctor' says what to do.", ["code"] = "engine" }));
        }
        finally
        {
            _door.Close();
            await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
