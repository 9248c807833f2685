using Helm.Operations.People;

namespace Helm.Chat.Turns;

/// <summary>Knows what somebody may do, by the id that a door gave them.</summary>
public interface IPeople
{
    Person Identify(string id, string? name);
}
