using Helm.Conversation.Intents.Packs;

namespace Helm.Conversation.Intents.Recognition;

/// <summary>The wake phrase and nothing else is a greeting.</summary>
internal sealed class WakeRecogniser(LanguagePack pack) : IRecogniser
{
    private readonly IntentDefinition? _greeting = pack.Intents.FirstOrDefault(intent => intent.Name == IntentNames.Greeting);

    public string Name => "wake";

    public Recognised? Recognise(Heard heard) =>
        heard.Text is { Woken: true, Tokens.Count: 0 } && _greeting is not null ? new Recognised(_greeting, 1) : null;
}
