using YamlDotNet.RepresentationModel;

namespace Helm.Conversation.Intents.Packs;

/// <summary>Reads <c>_frames.yaml</c>: <c>health {environment|resource}</c> needs a word of that class and one of those values.</summary>
internal sealed class FrameReader(YamlFile file, IReadOnlyList<IntentDefinition> intents)
{
    private Dictionary<string, IReadOnlyList<string>> _classes = [];

    public FrameBook Read()
    {
        file.OnlyKnows(file.Root, "classes", "marks", "frames");
        _classes = file.Map(file.Root, "classes").Children
            .ToDictionary(pair => file.Scalar(pair.Key), pair => Phrases(pair.Value));
        var marks = file.Map(file.Root, "marks");

        return new FrameBook
        {
            Classes = _classes,
            Marks = marks.Children.Keys.Select(file.Scalar)
                .ToDictionary(name => name, name => (IReadOnlyDictionary<string, object>)file.Values(marks, name)),
            Frames = [.. Frames(file.Map(file.Root, "frames"))],
        };
    }

    /// <summary>A list of phrases; a phrase with bars is several: <c>take|have a look</c>.</summary>
    private IReadOnlyList<string> Phrases(YamlNode node) =>
        node is YamlSequenceNode list ? [.. list.Children.Select(file.Scalar).SelectMany(Spread)] : [];

    private static IEnumerable<string> Spread(string phrase) =>
        phrase.Split(' ').Aggregate(
            Enumerable.Repeat("", 1),
            (said, word) => said.SelectMany(before => word.Split('|').Select(choice => $"{before} {choice}".Trim())));

    private IEnumerable<Frame> Frames(YamlMappingNode map)
    {
        foreach (var (key, value) in map.Children)
        {
            var intent = intents.FirstOrDefault(known => known.Name == file.Scalar(key));
            if (intent is null || value is not YamlSequenceNode groups)
            {
                file.Complain(key, $"'{file.Scalar(key)}' is no intent with a list of groups");
                continue;
            }

            foreach (var frame in groups.Children.OfType<YamlMappingNode>().SelectMany(group => Group(intent, group)))
            {
                yield return frame;
            }
        }
    }

    private IEnumerable<Frame> Group(IntentDefinition intent, YamlMappingNode group)
    {
        file.OnlyKnows(group, "when", "may", "slots", "set", "loose", "after_turn");
        var (may, slots) = (file.Texts(group, "may"), file.Texts(group, "slots"));
        Known(group, may, _classes.Keys, "class of words");
        Known(group, slots.Where(slot => slot[0] != '_'), intent.Slots.Keys, $"slot of {intent.Name}");

        return file.List(group, "when").Select(node => new Frame(
            intent.Name, [.. file.Scalar(node).Split(' ').Select(need => Need(node, need, intent))], may, slots, file.Values(group, "set"), Flag(group, "loose"), Flag(group, "after_turn")));
    }

    private bool Flag(YamlMappingNode group, string key) => file.Text(group, key, "false") == "true";

    private FrameNeed Need(YamlNode node, string need, IntentDefinition intent)
    {
        var open = need.IndexOf('{', StringComparison.Ordinal);
        var slots = open < 0 ? [] : need[open..].Trim('{', '}').Split('|');
        var classes = (open < 0 ? need : need[..open]).Split('|', StringSplitOptions.RemoveEmptyEntries);
        Known(node, classes, _classes.Keys, "class of words");
        Known(node, slots, intent.Slots.Keys, $"slot of {intent.Name}");

        return new FrameNeed(classes, slots);
    }

    private void Known(YamlNode node, IEnumerable<string> names, IEnumerable<string> known, string what)
    {
        foreach (var stranger in names.Except(known))
        {
            file.Complain(node, $"'{stranger}' is no {what}");
        }
    }
}
