using Helm.Conversation.Intents.Packs;

namespace Helm.Conversation.Intents.Recognition;

/// <summary>What a recogniser found.</summary>
internal sealed record Recognised(IntentDefinition Intent, double Score)
{
    public Dictionary<string, object> Entities { get; init; } = [];

    public List<UnresolvedName> Unresolved { get; init; } = [];

    /// <summary>As far as it is understood.</summary>
    public bool Changes => Intent.ChangesBy(Entities);

    /// <summary>Which words filled which slot.</summary>
    public List<FilledSlot> Filled { get; init; } = [];

    /// <summary>The best reading as another intent.</summary>
    public (string Intent, double Score)? RunnerUp { get; init; }

    /// <summary>The recogniser that decided where it is not the one that was asked.</summary>
    public string? By { get; init; }

    /// <summary>Another intent that claims the sentence as well as this one: only the order of the files decided.</summary>
    public string? Tied { get; init; }

    /// <param name="by">The name of the recogniser that was asked.</param>
    public IntentMatch Told(string by) =>
        new()
        {
            Intent = Intent.Name,
            Entities = Entities,
            Unresolved = Unresolved,
            Score = Score,
            Recogniser = By ?? by,
        };
}

/// <summary>Understands an utterance in one way; they are asked one after the other, and the first that understands wins.</summary>
internal interface IRecogniser
{
    string Name { get; }

    Recognised? Recognise(Heard heard);
}
