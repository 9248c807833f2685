namespace Helm.Conversation.Intents.Patterns;

/// <summary>Walks over the parts of a pattern.</summary>
internal static class PatternWalk
{
    public static IEnumerable<PatternNode> All(PatternNode node) =>
        node switch
        {
            PatternNode.Sequence sequence => sequence.Parts.SelectMany(All),
            PatternNode.Choice choice => choice.Options.SelectMany(All),
            PatternNode.Optional optional => All(optional.Inner),
            _ => [node],
        };

    /// <summary>The names of the slots that the pattern fills or sets.</summary>
    public static IEnumerable<string> SlotsOf(PatternNode node) =>
        All(node)
            .Select(part => part switch
            {
                PatternNode.Slot slot => slot.Name,
                PatternNode.Assign assign => assign.Name,
                _ => null,
            })
            .OfType<string>()
            .Distinct();

    public static IEnumerable<string> WordsOf(PatternNode node) =>
        All(node).OfType<PatternNode.Word>().Select(word => word.Text);
}
