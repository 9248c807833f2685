using Helm.Conversation.Intents;

namespace Helm.Conversation.Direction;

/// <summary>What Helm can really do, so that it offers nothing else.</summary>
public sealed class Abilities(IEnumerable<IHandler> handlers)
{
    private readonly HashSet<string> _able =
        [.. handlers.Where(handler => handler is not ISwitchedOff).Select(handler => handler.Intent)];

    public bool Can(string intent) => _able.Contains(intent);

    /// <summary>What can be done about an issue, in the order of offering.</summary>
    public IReadOnlyList<string> AboutAnIssue =>
        [.. new[] { IntentNames.Investigate, IntentNames.Remediate, IntentNames.Escalate }.Where(Can)];
}

/// <summary>Marks the handler of a power that is off: it answers, and nothing is offered that leads to it.</summary>
internal interface ISwitchedOff;
