using Helm.Conversation.Intents.Patterns;
using YamlDotNet.RepresentationModel;

namespace Helm.Conversation.Intents.Packs;

/// <summary>The shared rules of <c>_rules.yaml</c>, parsed once each.</summary>
internal sealed class RuleBook(YamlFile file)
{
    private readonly Dictionary<string, PatternNode> _parsed = [];
    private readonly HashSet<string> _open = [];

    public PatternNode Parse(string pattern) => PatternParser.Parse(pattern, Find);

    public PatternNode Find(string name)
    {
        if (_parsed.TryGetValue(name, out var known))
        {
            return known;
        }

        if (YamlFile.Find(file.Root, name) is not { } node)
        {
            throw new PatternException($"there is no rule <{name}> in {file.Name}");
        }

        if (!_open.Add(name))
        {
            throw new PatternException($"the rule <{name}> contains itself");
        }

        var rule = node is YamlSequenceNode list
            ? new PatternNode.Choice([.. list.Children.Select(option => Parse(file.Scalar(option)))])
            : Parse(file.Scalar(node));
        _open.Remove(name);

        return _parsed[name] = rule;
    }

    public void CheckAll()
    {
        foreach (var (key, value) in file.Root.Children)
        {
            try
            {
                Find(file.Scalar(key));
            }
            catch (PatternException wrong)
            {
                file.Complain(value, wrong.Message);
            }
        }
    }

    public bool Has(string name) => YamlFile.Find(file.Root, name) is not null;
}
