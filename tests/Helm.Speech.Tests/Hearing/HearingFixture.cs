using Helm.Speech.Hearing;

namespace Helm.Speech.Tests.Hearing;

/// <summary>One ear and one set of recordings for all tests of a class.</summary>
public sealed class HearingFixture : IAsyncLifetime
{
    public Recordings Recordings { get; } = new();

    public Ear Ear { get; private set; } = null!;

    public HearResult Hear(string file, bool requireWake = true) => Ear.Hear(file, requireWake);

    public async ValueTask InitializeAsync()
    {
        if (Installed.Engines)
        {
            Ear = await Installed.EarAsync();
        }
    }

    public ValueTask DisposeAsync()
    {
        Ear?.Dispose();
        Recordings.Dispose();
        return ValueTask.CompletedTask;
    }
}
