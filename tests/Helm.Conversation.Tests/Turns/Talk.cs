using Helm.Conversation.Intents;
using Helm.Conversation.Tests.Direction;
using Helm.Conversation.Turns;
using Helm.Operations.Overviews;
using Helm.Operations.People;
using Microsoft.Extensions.DependencyInjection;

namespace Helm.Conversation.Tests.Turns;

/// <summary>A conversation with the assistant: what is said is understood by a script, everything else is real.</summary>
internal sealed class Talk : IDisposable
{
    public Talk(Overview overview) =>
        Desk = new Desk(overview, services => services.AddSingleton<IUnderstanding>(Script).AddSingleton<IConversationStore>(Store));

    public Desk Desk { get; }

    public Script Script { get; } = new();

    public Store Store { get; } = new();

    public static Person Ann { get; } = new("emulator:ann", "Ann", Role.Operator);

    public static Person Bob { get; } = new("emulator:bob", "Bob", Role.Operator);

    public Task<Reply> SayAsync(string text, Person? person = null) => Desk.Get<Assistant>().RespondAsync(
        new Utterance(text, "emulator:c1", person ?? Ann, Channel.Chat), TestContext.Current.CancellationToken);

    public void Dispose() => Desk.Dispose();
}

/// <summary>Understands the sentences of the tests.</summary>
internal sealed class Script : IUnderstanding
{
    private readonly Dictionary<string, Understood> _sentences = [];

    public void Means(string text, string intent, params (string Key, object Value)[] entities) =>
        _sentences[text] = new(new IntentMatch { Intent = intent }, Desk.Command(intent, entities));

    public void MeansUnknown(string text, string intent, UnresolvedName name) =>
        _sentences[text] = new(new IntentMatch { Intent = intent, Unresolved = [name] }, Desk.Command(intent));

    public Understood Understand(string text, Vocabulary vocabulary, TurnContext context) => text switch
    {
        "yes" when context.Pending is not null => Said(IntentNames.ConfirmYes),
        "no" when context.Pending is not null => Said(IntentNames.ConfirmNo),
        _ => _sentences.GetValueOrDefault(text) ?? Said(IntentNames.OutOfScope),
    };

    public string? Write(Command command) => command.Intent == IntentNames.StatusQuery ? "/helm:status" : null;

    private static Understood Said(string intent) => new(new IntentMatch { Intent = intent }, Desk.Command(intent));
}

/// <summary>Keeps conversations as the storage does: one turn at a time, by version.</summary>
internal sealed class Store : IConversationStore
{
    private readonly Dictionary<string, ConversationState> _states = [];

    /// <summary>How many saves another turn gets ahead of.</summary>
    public int Overtakings { get; set; }

    public int Loads { get; private set; }

    public ConversationState State => _states["emulator:c1"];

    public Task<ConversationState> LoadAsync(string conversationId, CancellationToken cancellation)
    {
        Loads++;

        return Task.FromResult(_states.GetValueOrDefault(conversationId) ?? new ConversationState { ConversationId = conversationId });
    }

    public Task<bool> SaveAsync(ConversationState state, CancellationToken cancellation)
    {
        var version = _states.GetValueOrDefault(state.ConversationId)?.Version ?? 0;
        if (Overtakings-- > 0 || state.Version != version)
        {
            return Task.FromResult(false);
        }

        _states[state.ConversationId] = state with { Version = version + 1 };

        return Task.FromResult(true);
    }
}
