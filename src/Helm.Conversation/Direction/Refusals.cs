using Helm.Conversation.Dialogs;
using Helm.Conversation.Intents;
using Helm.Operations.People;

namespace Helm.Conversation.Direction;

/// <summary>The answers of a turn that could not be carried out; each names what was wrong and what would do.</summary>
internal static class Refusals
{
    public static Answer UnknownPerson(Person person) =>
        Failed("unknown_person", new { person = person.Name });

    public static Answer RoleRefused(Person person, Role needed, string intent) =>
        Failed("role_refused", new { person = person.Name, role = $"{person.Role}".ToLowerInvariant(), needed = $"{needed}".ToLowerInvariant(), intent });

    public static Answer Missing(string slot, IReadOnlyList<string> options) =>
        Failed("missing_slot", new { slot, options }) with { Question = new("slot", options, slot) };

    public static Answer UnknownName(string slot, string said, IReadOnlyList<string> known) =>
        Failed("unknown_name", new { slot, said, known, total = known.Count }) with { Question = new("slot", known, slot) };

    public static Answer NearTie(string slot, string said, IReadOnlyList<string> candidates) =>
        Failed("near_tie", new { slot, said, candidates }) with { Question = new("slot", candidates, slot) };

    public static Answer DidYouMean(Command command) =>
        Failed("did_you_mean", Meant(command)) with { Question = new("confirm_intent", []) };

    public static Answer SayYes() => Failed("say_yes", new { });

    public static Answer TooMany(int most) => Failed("too_many", new { most });

    public static Answer Outage(string correlation, string intent) => Failed("outage", new { correlation, intent });

    private static object Meant(Command command) => new
    {
        intent = command.Intent,
        action = command.Text(Slots.Action),
        mode = command.Text("mode"),
        named = (command.Text(Slots.Resource) ?? command.Text(Slots.IssueId)) is not null,
        resource = command.Text(Slots.Resource),
        issue_id = command.Text(Slots.IssueId),
        environment = command.Text(Slots.Environment),
        count = command.Number(Slots.Count),
    };

    private static Answer Failed(string name, object data) => new("shared." + name, data) { Succeeded = false };
}
