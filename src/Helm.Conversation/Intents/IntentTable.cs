using Helm.Conversation.Intents.Packs;
using Helm.Conversation.Intents.Recognition;
using Helm.Conversation.Intents.Spoken;

namespace Helm.Conversation.Intents;

/// <summary>The intents of one language: understands utterances and says what can be said. Safe for many threads.</summary>
public sealed class IntentTable
{
    private readonly string _folder;
    private readonly ModelFolder _models;
    private readonly string? _called;
    private volatile CompiledTable _current;
    private volatile IReadOnlyList<PackError> _errors = [];

    private IntentTable(string folder, string? models, string? called)
    {
        (_folder, _models, _called) = (folder, new ModelFolder(models), called);
        _current = new CompiledTable(Read(), _models);
    }

    /// <summary>What is wrong with the files as they are now; the last good ones stay in force. Empty when they are in force.</summary>
    public IReadOnlyList<PackError> Errors => _errors;

    public IReadOnlyList<IntentDefinition> Intents => _current.Pack.Intents;

    /// <summary>For who looks closer than at the best reading.</summary>
    internal CompiledTable Compiled => _current;

    /// <param name="folder">Of one language: <c>intents/en</c>.</param>
    /// <param name="models">Where to keep what was learned of the pack; null learns it at each start.</param>
    /// <param name="called">What Helm is called besides what the pack says; it is no part of a request.</param>
    /// <exception cref="PackException">With every error of the pack by file and line.</exception>
    public static IntentTable Load(string folder, string? models = null, string? called = null) => new(folder, models, called);

    /// <summary>What joins two requests in one sentence, the clearest first.</summary>
    internal IReadOnlyList<string> Joints => _current.Pack.Words.Joints;

    /// <summary>Whether carrying it out changes anything.</summary>
    public bool Changes(Command command) => Find(command.Intent)?.ChangesBy(command.Entities) == true;

    /// <summary>The sentence once for each of the names that stand in it in the place of one: "in staging and prod". Empty where none do.</summary>
    internal IReadOnlyList<string> Spread(string text, Vocabulary vocabulary) => _current.Spread(text, vocabulary);

    public IntentDefinition? Find(string intent) => Intents.FirstOrDefault(known => known.Name == intent);

    public IntentMatch Match(string text, Vocabulary vocabulary, TurnContext context) =>
        Explain(text, vocabulary, context).Match;

    public Explanation Explain(string text, Vocabulary vocabulary, TurnContext context) =>
        _current.Explain(text, vocabulary, context);

    /// <summary>For the grammars of the speech recogniser.</summary>
    public SpokenLanguage Spoken(Vocabulary vocabulary) =>
        _current.Spoken(vocabulary) with { Meaning = text => SpokenMeanings.Of(Match(text, vocabulary, TurnContext.Empty), Intents) };

    /// <summary>Reads the files again. A pack that cannot be used changes nothing, and <see cref="Errors"/> says why.</summary>
    public bool Reload()
    {
        try
        {
            _current = new CompiledTable(Read(), _models);
            _errors = [];
        }
        catch (PackException invalid)
        {
            _errors = invalid.Errors;
        }
        catch (Exception busy) when (busy is IOException or UnauthorizedAccessException)
        {
            _errors = [new PackError(_folder, 0, busy.Message)];
        }

        return _errors.Count == 0;
    }

    /// <summary>Reloads when a file changes, until disposed.</summary>
    /// <param name="reloaded">Told after each reload what is wrong with the files; nothing when they are in force.</param>
    public IDisposable Watch(TimeProvider time, Action<IReadOnlyList<PackError>>? reloaded = null) =>
        new PackWatch(
            _folder,
            () =>
            {
                Reload();
                reloaded?.Invoke(Errors);
            },
            time);

    private LanguagePack Read()
    {
        var pack = PackReader.Read(_folder);
        return _called is null || pack.Words.Wake.Contains(_called) ? pack : pack with { Words = pack.Words with { Wake = [.. pack.Words.Wake, _called] } };
    }
}
