using Helm.Speech.Engines;
using Helm.Speech.Sphinx;

namespace Helm.Speech.Wake;

/// <summary>Wakes by PocketSphinx on this machine.</summary>
internal sealed class SphinxWake(SphinxLanguage language, WakeOptions options) : IWakeEngine
{
    private readonly Lock _loading = new();
    private WakeModel? _model;

    public string Name => SphinxLanguage.EngineName;

    public Task<EngineHealth> CheckAsync(CancellationToken cancellation) => Task.FromResult(language.Check());

    public IWakeListener Listen() => new WakeDetector(Model());

    public void Dispose() => _model?.Dispose();

    private WakeModel Model()
    {
        lock (_loading)
        {
            return _model ??= new WakeModel(language.Model, language.Lexicon, options);
        }
    }
}
