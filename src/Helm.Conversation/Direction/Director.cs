using Helm.Conversation.Dialogs;
using Helm.Conversation.Intents;
using Helm.Operations.People;

namespace Helm.Conversation.Direction;

/// <summary>Brings a command to its handler; whoever asks and through whichever door, the same checks come first.</summary>
public sealed class Director
{
    private readonly Dictionary<string, IHandler> _handlers;
    private readonly IIntentRules _rules;
    private readonly KnownNames _names;

    public Director(IEnumerable<IHandler> handlers, IIntentRules rules, KnownNames names)
    {
        _handlers = handlers.ToDictionary(handler => handler.Intent);
        (_rules, _names) = (rules, names);
    }

    public Task<Answer> RunAsync(Command command, Person person, TurnContext context, CancellationToken cancellation) =>
        RunAsync(new CommandRequest(command, person, context), cancellation);

    public async Task<Answer> RunAsync(CommandRequest request, CancellationToken cancellation)
    {
        var (command, person, context) = request;
        if (!_handlers.TryGetValue(command.Intent, out var handler) || _rules.Find(command) is not { } rule)
        {
            var nothing = new Command(IntentNames.OutOfScope, new Dictionary<string, object>());
            return await _handlers[IntentNames.OutOfScope].HandleAsync(request with { Command = nothing }, cancellation);
        }

        return RefusedFor(person, rule, command.Intent)
            ?? MissingIn(command, rule, context)
            ?? await _names.RefuseAsync(command, cancellation)
            ?? await handler.HandleAsync(request, cancellation);
    }

    private static Answer? RefusedFor(Person person, IntentRule rule, string intent) => person switch
    {
        { Role: null } => Refusals.UnknownPerson(person),
        _ when !person.Has(rule.Role) => Refusals.RoleRefused(person, rule.Role, intent),
        _ => null,
    };

    private static Answer? MissingIn(Command command, IntentRule rule, TurnContext context) =>
        rule.Required.FirstOrDefault(slot => !IsGiven(command, slot, context)) is { } missing
            ? Refusals.Missing(missing, missing == Slots.IssueId ? context.Issues : [])
            : null;

    /// <summary>An issue is also given by its place in the list, by "this", or by its resource.</summary>
    private static bool IsGiven(Command command, string slot, TurnContext context) =>
        command.Entities.ContainsKey(slot)
        || (slot == Slots.IssueId
            && (command.Entities.ContainsKey(Slots.Ordinal)
                || command.Entities.ContainsKey(Slots.Resource)
                || context.FocusIssue is not null));
}
