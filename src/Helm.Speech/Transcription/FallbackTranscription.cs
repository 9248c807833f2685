using Helm.Conversation.Intents;
using Helm.Speech.Engines;

namespace Helm.Speech.Transcription;

/// <summary>Transcribes by the first engine that works; the next one hears the same sound again.</summary>
internal sealed class FallbackTranscription(EngineRoster<ITranscriptionEngine> engines) : ITranscriptionEngine
{
    public string Name => engines.Names;

    public IReadOnlyList<LeftOut> LeftOut => engines.InTurn()[0].LeftOut;

    public Task<EngineHealth> CheckAsync(CancellationToken cancellation) => engines.CheckAsync(cancellation);

    /// <summary>All learn, because any of them may have to stand in.</summary>
    public async Task LearnAsync(SpokenLanguage language, CancellationToken cancellation)
    {
        var learned = 0;
        SpeechEngineException? last = null;
        foreach (var engine in engines.Engines)
        {
            try
            {
                await engine.LearnAsync(language, cancellation);
                learned++;
            }
            catch (SpeechEngineException failure)
            {
                engines.Failed(engine, failure);
                last = failure;
            }
        }

        if (learned == 0)
        {
            throw last ?? new SpeechEngineException("No transcription engine is configured.");
        }
    }

    public ITranscription Begin(Action<string>? partial) => new Sentence(engines, engine => engine.Begin(partial));

    public ITranscription BeginWords() => new Sentence(engines, engine => engine.BeginWords());

    public void Dispose() => engines.Dispose();

    private sealed class Sentence : ITranscription
    {
        private readonly EngineRoster<ITranscriptionEngine> _engines;
        private readonly Func<ITranscriptionEngine, ITranscription> _begin;
        private readonly List<short> _heard = [];
        private readonly Queue<ITranscriptionEngine> _untried;
        private (ITranscriptionEngine Engine, ITranscription Sentence) _current;

        public Sentence(EngineRoster<ITranscriptionEngine> engines, Func<ITranscriptionEngine, ITranscription> begin)
        {
            (_engines, _begin) = (engines, begin);
            _untried = new(engines.InTurn());
            _current = Next(null);
        }

        public void Push(ReadOnlySpan<short> samples)
        {
            _heard.AddRange(samples);
            try
            {
                _current.Sentence.Push(samples);
            }
            catch (SpeechEngineException failure)
            {
                _current = Next(failure);
            }
        }

        public void Pause() => _current.Sentence.Pause();

        public void Resume() => _current.Sentence.Resume();

        public async Task<Transcript> EndAsync(CancellationToken cancellation)
        {
            while (true)
            {
                try
                {
                    var transcript = await _current.Sentence.EndAsync(cancellation);
                    _engines.Worked(_current.Engine);
                    return transcript;
                }
                catch (SpeechEngineException failure)
                {
                    _current = Next(failure);
                }
            }
        }

        public void Dispose() => _current.Sentence.Dispose();

        /// <summary>Goes over to the next engine, which hears what was said so far.</summary>
        private (ITranscriptionEngine Engine, ITranscription Sentence) Next(SpeechEngineException? failure)
        {
            if (failure is not null)
            {
                _engines.Failed(_current.Engine, failure);
                _current.Sentence.Dispose();
            }

            while (_untried.TryDequeue(out var engine))
            {
                try
                {
                    var sentence = _begin(engine);
                    sentence.Push([.. _heard]);
                    return (engine, sentence);
                }
                catch (SpeechEngineException problem)
                {
                    _engines.Failed(engine, problem);
                    failure = problem;
                }
            }

            throw failure ?? new SpeechEngineException("No transcription engine is configured.");
        }
    }
}
