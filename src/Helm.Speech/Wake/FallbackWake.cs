using Helm.Speech.Engines;

namespace Helm.Speech.Wake;

/// <summary>Listens by the first engine that works.</summary>
internal sealed class FallbackWake(EngineRoster<IWakeEngine> engines) : IWakeEngine
{
    public string Name => engines.Names;

    public Task<EngineHealth> CheckAsync(CancellationToken cancellation) => engines.CheckAsync(cancellation);

    public IWakeListener Listen() => new Listener(engines);

    public void Dispose() => engines.Dispose();

    private sealed class Listener : IWakeListener
    {
        private readonly EngineRoster<IWakeEngine> _engines;
        private (IWakeEngine Engine, IWakeListener Listener) _current;

        public Listener(EngineRoster<IWakeEngine> engines)
        {
            _engines = engines;
            _current = Open();
        }

        public WakeHit? Push(ReadOnlySpan<short> frame) => Push(frame, isSpeaking: false);

        public WakeHit? PushWhileSpeaking(ReadOnlySpan<short> frame) => Push(frame, isSpeaking: true);

        private WakeHit? Push(ReadOnlySpan<short> frame, bool isSpeaking)
        {
            try
            {
                var hit = isSpeaking ? _current.Listener.PushWhileSpeaking(frame) : _current.Listener.Push(frame);
                if (hit is not null)
                {
                    _engines.Worked(_current.Engine);
                }

                return hit;
            }
            catch (SpeechEngineException failure)
            {
                _engines.Failed(_current.Engine, failure);
                _current.Listener.Dispose();
                _current = Open();
                return null;
            }
        }

        /// <summary>A moment to go back to the preferred engine, when it has rested.</summary>
        public void Reset()
        {
            if (_engines.InTurn()[0] == _current.Engine)
            {
                _current.Listener.Reset();
                return;
            }

            _current.Listener.Dispose();
            _current = Open();
        }

        public void Tune(ReadOnlySpan<short> recording) => _current.Listener.Tune(recording);

        public void Dispose() => _current.Listener.Dispose();

        private (IWakeEngine Engine, IWakeListener Listener) Open()
        {
            SpeechEngineException? last = null;
            foreach (var engine in _engines.InTurn())
            {
                try
                {
                    var listener = engine.Listen();
                    return (engine, listener);
                }
                catch (SpeechEngineException failure)
                {
                    _engines.Failed(engine, failure);
                    last = failure;
                }
            }

            throw last ?? new SpeechEngineException("No wake engine is configured.");
        }
    }
}
