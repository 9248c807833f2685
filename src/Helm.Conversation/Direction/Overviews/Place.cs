using Helm.Conversation.Intents;

namespace Helm.Conversation.Direction.Overviews;

/// <summary>The environment that a command is about, and whether anybody said so.</summary>
internal sealed record Place(string Environment, bool Assumed)
{
    public static Place Of(Command command, KnownNames names) =>
        command.Text(Slots.Environment) is { } named ? new(named, false) : new(names.DefaultEnvironment, true);
}
