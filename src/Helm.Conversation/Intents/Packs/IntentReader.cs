using Helm.Conversation.Intents.Patterns;
using YamlDotNet.RepresentationModel;

namespace Helm.Conversation.Intents.Packs;

/// <summary>Reads one intent's file.</summary>
internal sealed class IntentReader(YamlFile file, RuleBook rules)
{
    /// <summary>Kinds that no words are read as: they are set by a flag of a command, or by what stands around them.</summary>
    private static readonly string[] Unread = ["flag", "reference"];

    private static readonly Dictionary<string, bool> Risks = new() { ["read"] = false, ["change"] = true };

    private static readonly Dictionary<string, Applies> Times = new()
    {
        ["always"] = Applies.Always,
        ["pending"] = Applies.WhilePending,
        ["follow_up"] = Applies.AsFollowUp,
    };

    private static readonly Dictionary<string, string> Roles =
        new[] { "viewer", "operator", "approver", "administrator" }.ToDictionary(role => role);

    private readonly YamlMappingNode _root = file.Root;

    public IntentDefinition Read()
    {
        file.OnlyKnows(
            _root, "intent", "purpose", "role", "risk", "asks", "when", "priority", "over", "slots", "say", "commands", "exact", "sentences", "open", "like", "examples");
        var slots = file.Map(_root, "slots").Children.ToDictionary(pair => file.Scalar(pair.Key), pair => Slot(pair.Value));

        return new IntentDefinition
        {
            Name = file.Text(_root, "intent"),
            File = file.Name,
            Purpose = file.Text(_root, "purpose"),
            Role = file.OneOf(_root, "role", "viewer", Roles),
            Changes = file.OneOf(_root, "risk", "read", Risks),
            Asks = file.Values(_root, "asks"),
            Applies = file.OneOf(_root, "when", "always", Times),
            Priority = PatternParser.Literal(file.Text(_root, "priority", "0")) as int? ?? 0,
            Over = file.Texts(_root, "over"),
            Slots = slots,
            Commands = [.. file.List(_root, "commands").OfType<YamlMappingNode>().Select(map => Command(map, slots))],
            Exact = file.Texts(_root, "exact"),
            Sentences = [.. Sentences("say", slots, spoken: true), .. Sentences("sentences", slots, spoken: false)],
            Open = [.. Sentences("open", slots, spoken: false)],
            Like = [.. file.Texts(_root, "like").Select(text => new LikeSentence(text))],
            Examples = [.. file.List(_root, "examples").OfType<YamlMappingNode>().Select(Example)],
        };
    }

    /// <summary><c>environment: environment</c>, or <c>issue_id: required issue_id</c>.</summary>
    private SlotDefinition Slot(YamlNode node)
    {
        var definition = file.Scalar(node).Split(' ') is ["required", var kind]
            ? new SlotDefinition(kind, Required: true)
            : new SlotDefinition(file.Scalar(node), Required: false);
        if (!Unread.Contains(definition.Kind) && SlotKinds.Symbol(definition.Kind) == 0)
        {
            file.Complain(node, $"there is no kind of value called '{definition.Kind}'");
        }

        return definition;
    }

    private CommandForm Command(YamlMappingNode map, Dictionary<string, SlotDefinition> slots)
    {
        file.OnlyKnows(map, "names", "takes", "flags", "set");
        var form = new CommandForm(
            file.Texts(map, "names"), file.Texts(map, "takes"), file.Pairs(map, "flags"), file.Values(map, "set"));
        foreach (var stranger in form.Takes.Concat(form.Flags.Values).Concat(form.Sets.Keys).Where(slot => !slots.ContainsKey(slot)).Distinct())
        {
            file.Complain(map, $"the slot '{stranger}' of the command is not among the slots of this intent");
        }

        return form;
    }

    private IEnumerable<IntentDefinition.Sentence> Sentences(
        string key, Dictionary<string, SlotDefinition> slots, bool spoken)
    {
        foreach (var node in file.List(_root, key))
        {
            foreach (var sentence in node is YamlMappingNode group ? Group(group, slots, spoken) : [Sentence(node, slots, [], spoken)])
            {
                yield return sentence;
            }
        }
    }

    /// <summary>Sentences that share what they mean: <c>set: {action: restart}</c>.</summary>
    private IEnumerable<IntentDefinition.Sentence> Group(
        YamlMappingNode group, Dictionary<string, SlotDefinition> slots, bool spoken)
    {
        file.OnlyKnows(group, "set", "sentences");
        PatternNode[] sets = [.. file.Values(group, "set").Select(set => new PatternNode.Assign(set.Key, set.Value))];

        return file.List(group, "sentences").Select(node => Sentence(node, slots, sets, spoken));
    }

    private IntentDefinition.Sentence Sentence(
        YamlNode node, Dictionary<string, SlotDefinition> slots, PatternNode[] sets, bool spoken)
    {
        try
        {
            var pattern = new PatternNode.Sequence([.. sets, rules.Parse(file.Scalar(node))]);
            foreach (var stranger in PatternWalk.SlotsOf(pattern).Where(slot => slot is not ("head" or "_") && !slots.ContainsKey(slot)))
            {
                file.Complain(node, $"the slot '{stranger}' is not among the slots of this intent");
            }

            return new IntentDefinition.Sentence(pattern, spoken, (int)node.Start.Line);
        }
        catch (PatternException wrong)
        {
            file.Complain(node, wrong.Message);

            return new IntentDefinition.Sentence(PatternNode.Empty, false, (int)node.Start.Line);
        }
    }

    private IntentExample Example(YamlMappingNode map)
    {
        file.OnlyKnows(map, "text", "entities", "context");
        var context = file.Map(map, "context");
        file.OnlyKnows(
            context, "pending", "options", "last_intent", "last_entities", "issues", "focus_issue", "last_event");

        return new IntentExample(
            file.Text(map, "text"), file.Values(map, "entities"), Context(context), file.Name, (int)map.Start.Line);
    }

    private TurnContext Context(YamlMappingNode map) => new()
    {
        Pending = Optional(map, "pending"),
        Options = file.Texts(map, "options"),
        LastIntent = Optional(map, "last_intent"),
        LastEntities = file.Values(map, "last_entities"),
        Issues = file.Texts(map, "issues"),
        FocusIssue = Optional(map, "focus_issue"),
        LastEvent = Optional(map, "last_event"),
    };

    private string? Optional(YamlMappingNode map, string key) =>
        YamlFile.Find(map, key) is { } node ? file.Scalar(node) : null;
}
