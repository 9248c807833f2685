using Helm.Conversation.Intents;
using Microsoft.Extensions.DependencyInjection;

namespace Helm.Conversation.Direction;

/// <summary>What Helm can really do, so that it offers nothing else.</summary>
/// <remarks>Handlers ask for this, so it asks for the handlers only when it is asked.</remarks>
public sealed class Abilities(IServiceProvider services)
{
    private readonly Lazy<HashSet<string>> _able = new(() =>
        [.. services.GetServices<IHandler>().Where(handler => handler is not ISwitchedOff { IsOff: true }).Select(handler => handler.Intent)]);

    /// <summary>What can be done about an issue, in the order of offering.</summary>
    public IReadOnlyList<string> AboutAnIssue =>
        [.. new[] { IntentNames.Investigate, IntentNames.Remediate, IntentNames.Escalate }.Where(Can)];

    public bool Can(string intent) => _able.Value.Contains(intent);
}

/// <summary>Marks the handler of a power that is off: it answers, and nothing is offered that leads to it.</summary>
internal interface ISwitchedOff
{
    /// <summary>False where a setting has switched it on.</summary>
    bool IsOff => true;
}
