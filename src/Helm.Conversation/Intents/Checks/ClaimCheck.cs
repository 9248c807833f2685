using Helm.Conversation.Intents.Packs;
using Helm.Conversation.Intents.Patterns;
using Helm.Conversation.Intents.Recognition;

namespace Helm.Conversation.Intents.Checks;

/// <summary>
/// Says sentences of every pattern and looks whether another intent claims them just as well. That the better claim or
/// the higher priority wins is fine; that the order of the files decides is chance.
/// </summary>
internal sealed class ClaimCheck(CompiledTable table, Vocabulary names)
{
    private const int SayingsOfAPattern = 20;

    private static readonly Dictionary<string, string[]> Said = new()
    {
        [SlotKinds.IssueId] = ["infra-001"],
        [SlotKinds.Duration] = ["two hours", "30 minutes"],
        [SlotKinds.TimeRange] = ["last week", "last two hours"],
        [SlotKinds.Number] = ["three", "200"],
        [SlotKinds.Ordinal] = ["second", "last"],
        [SlotKinds.Text] = ["out of heap space"],
        [SlotKinds.Unknown] = ["zorblax"],
        [SlotKinds.Technical] = ["zorblax-9"],
    };

    public IEnumerable<PackError> Run() =>
        from intent in table.Pack.Intents
        from sentence in intent.Sentences.Concat(intent.Open)
        let clash = Clash(intent, sentence)
        where clash is not null
        select new PackError(
            intent.File,
            sentence.Line,
            $"'{clash.Value.Text}' is claimed by {intent.Name} and by {clash.Value.Other} alike; put one before the other by 'over: [...]' in its file, or narrow a pattern");

    private (string Text, string Other)? Clash(IntentDefinition intent, IntentDefinition.Sentence sentence)
    {
        // From the start for each pattern: what is said of one does not depend on the others.
        var random = new Random(20);
        var sampler = new PatternSampler(table.Index(names), slot => Value(slot.Kind, random));
        for (var saying = 0; saying < SayingsOfAPattern; saying++)
        {
            var text = sampler.Say(sentence.Pattern);
            if (table.Claim(text, names, When(intent.Applies)) is { Tied: { } tied } claim && (claim.Intent == intent || tied == intent.Name))
            {
                return (text, claim.Intent == intent ? tied : claim.Intent.Name);
            }
        }

        return null;
    }

    private string? Value(string kind, Random random)
    {
        var said = Said.GetValueOrDefault(kind) ?? [.. table.Index(names).Names.FormsOf(SlotKinds.Symbol(kind)).Order(StringComparer.Ordinal)];

        return said.Length > 0 ? said[random.Next(said.Length)] : null;
    }

    private static TurnContext When(Applies applies) =>
        applies switch
        {
            Applies.WhilePending => new TurnContext { Pending = "confirm_remediation" },
            Applies.AsFollowUp => new TurnContext { LastIntent = IntentNames.StatusQuery },
            _ => TurnContext.Empty,
        };
}
