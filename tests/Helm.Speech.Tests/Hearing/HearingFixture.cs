using Helm.Speech.Hearing;
using Helm.Speech.Setup;

namespace Helm.Speech.Tests.Hearing;

/// <summary>One ear and one set of recordings for all tests of a class.</summary>
public sealed class HearingFixture : IAsyncLifetime
{
    public Recordings Recordings { get; } = new();

    public Ear Ear { get; private set; } = null!;

    public SpeechEngines Engines { get; private set; } = null!;

    public HearResult Hear(string file, bool requireWake = true) => Ear.Hear(file, requireWake);

    public async ValueTask InitializeAsync()
    {
        if (Installed.Engines)
        {
            Engines = await Installed.EnginesAsync();
            Ear = Installed.EarOf(Engines);
        }
    }

    public ValueTask DisposeAsync()
    {
        Ear?.Dispose();
        Engines?.Dispose();
        Recordings.Dispose();
        return ValueTask.CompletedTask;
    }
}
