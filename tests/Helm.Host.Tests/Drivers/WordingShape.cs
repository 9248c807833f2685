using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Helm.Host.Tests.Drivers;

/// <summary>What facts a wording tells, read from its templates: a tree of names, and what kind of value each must have.</summary>
internal sealed partial class WordingShape
{
    private readonly Dictionary<string, WordingShape> _fields = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _words = new(StringComparer.Ordinal);
    private readonly List<string> _literals = [];
    private WordingShape? _item;
    private string _kind = "";
    private bool _mayLack;
    private bool _mayBeNull;

    /// <summary>What the templates say by themselves.</summary>
    public string Literals => string.Join('\n', _literals);

    public static WordingShape Of(IEnumerable<(string? Each, string Template)> templates, IReadOnlyDictionary<string, string> partials)
    {
        var root = new WordingShape();
        foreach (var (each, template) in templates)
        {
            var here = each is null ? root : root.At(each, [root]).Item();
            new Reader(root, partials).Read(template, [root, here]);
        }

        return root;
    }

    /// <summary>Facts that fit: every string is one of the <paramref name="strings"/>, or a word that the templates ask about.</summary>
    /// <param name="longest">How long a list may be.</param>
    public JsonNode? Make(Random random, IReadOnlyList<string> strings, int longest)
    {
        if (_mayLack && random.Next(4) == 0)
        {
            return _kind.Length > 0 && !_mayBeNull ? JsonValue.Create(0m) : null;
        }

        if (_item is not null)
        {
            return new JsonArray([.. Enumerable.Range(0, random.Next(longest + 1)).Select(_ => _item.Make(random, strings, Math.Min(longest, 3)))]);
        }

        if (_fields.Count > 0)
        {
            return new JsonObject(_fields.Select(field => KeyValuePair.Create(field.Key, field.Value.Make(random, strings, longest))));
        }

        return _kind switch
        {
            "decimal" => JsonValue.Create(random.Next(1, 80_000) / 100m),
            "whole" => JsonValue.Create((decimal)random.Next(1, 9000)),
            "time" => JsonValue.Create($"2026-03-05T{random.Next(10, 24)}:{random.Next(10, 60)}:07Z"),
            _ when _words.Count > 0 && random.Next(4) > 0 => JsonValue.Create(_words.ElementAt(random.Next(_words.Count))),
            _ => JsonValue.Create(strings[random.Next(strings.Count)]),
        };
    }

    private WordingShape Item() => _item ??= new();

    private WordingShape At(string path, IReadOnlyList<WordingShape> around)
    {
        var depth = around.Count - 1;
        for (; path.StartsWith("../", StringComparison.Ordinal); path = path[3..])
        {
            depth = Math.Max(0, depth - 1);
        }

        var here = ReferenceEquals(around[^1], this) ? around[depth] : this;
        foreach (var step in path.Split('.'))
        {
            here = step switch
            {
                "this" => here,
                "@root" => around[0],
                _ => here._fields.TryGetValue(step, out var known) ? known : here._fields[step] = new(),
            };
        }

        return here;
    }

    /// <summary>Reads one template; partials are read where they are taken in.</summary>
    private sealed class Reader(WordingShape root, IReadOnlyDictionary<string, string> partials)
    {
        private static readonly string[] Lists = ["names", "both", "either", "offers", "environments", "domains", "size", "sparkline"];
        private static readonly string[] Whole = ["count", "duration", "number", "ratio", "more"];
        private static readonly string[] Decimals = ["percent", "ms", "measure", "money", "absolute"];
        private static readonly string[] Times = ["time", "stamp", "day"];
        private static readonly string[] Severities = ["critical", "high", "medium", "low"];

        public void Read(string template, List<WordingShape> around, int depth = 0)
        {
            root._literals.Add(Tag().Replace(template, " "));
            var blocks = new Stack<string?>();
            foreach (Match match in Tag().Matches(template))
            {
                var tag = match.Groups[1].Value.Trim().Replace("\\\"", "\"", StringComparison.Ordinal);
                if (tag[0] == '/')
                {
                    if (blocks.Pop() is not null)
                    {
                        around.RemoveAt(around.Count - 1);
                    }
                }
                else if (tag[0] == '#')
                {
                    blocks.Push(Open(Words(tag[1..]), around));
                }
                else if (tag[0] == '>')
                {
                    TakeIn(Words(tag[1..]), around, depth);
                }
                else if (tag == "else")
                {
                    Turn(blocks.Peek(), around);
                }
                else
                {
                    Tell(Words(tag), around, isAsked: false);
                }
            }
        }

        private void TakeIn(List<string> words, List<WordingShape> around, int depth)
        {
            if (depth < 8 && partials.TryGetValue(words[0], out var partial))
            {
                Read(partial, [root, words.Count > 1 ? Place(words[1], around) : around[^1]], depth + 1);
            }
        }

        /// <summary>Where there are no items it is told of what is around; of a list that is read, how many more there are.</summary>
        private static void Turn(string? block, List<WordingShape> around)
        {
            if (block is not null)
            {
                around[^1] = block == "items" ? new() : around[^2];
            }
        }

        /// <summary>The block's name when what is within it is told of something else.</summary>
        private static string? Open(List<string> words, List<WordingShape> around)
        {
            if (words is ["each" or "items" or "with", var path])
            {
                var place = Place(path, around);
                around.Add(words[0] == "with" ? place : place.Item());
                place._mayLack |= words[0] == "with";
                return words[0];
            }

            foreach (var word in words.Skip(1).Take(words[0] is "if" or "unless" ? 1 : 0))
            {
                Ask(word, around);
            }

            return null;
        }

        private static void Ask(string word, List<WordingShape> around)
        {
            if (word is ['(', ..])
            {
                Tell(Words(word[1..^1]), around, isAsked: true);
            }
            else if (word[0] is not ('@' or '"' or '\''))
            {
                Place(word, around)._mayLack = true;
            }
        }

        private static void Tell(List<string> words, List<WordingShape> around, bool isAsked)
        {
            var (helper, given) = words.Count == 1 ? ("", words) : (words[0], words.Skip(1).ToList());
            foreach (var nested in given.Where(word => word is ['(', ..]))
            {
                Tell(Words(nested[1..^1]), around, isAsked);
            }

            foreach (var (word, index) in given.Select((word, index) => (word, index)).Where(one => (one.word[0] is not ('(' or '"' or '\'' or '@') || one.word.StartsWith("@root.", StringComparison.Ordinal)) && !char.IsAsciiDigit(one.word[0])))
            {
                Mark(Place(word, around), helper, index, given);
                Place(word, around)._mayLack |= isAsked && helper is "has" or "all" or "any" or "not";
                Place(word, around)._mayBeNull |= helper == "has";
            }
        }

        private static void Mark(WordingShape place, string helper, int index, List<string> given)
        {
            if (helper == "worst")
            {
                Array.ForEach(Severities, severity => place.At(severity, [place])._kind = "whole");
            }
            else if (Lists.Contains(helper))
            {
                place.Item()._kind = helper == "sparkline" ? "whole" : place.Item()._kind;
            }
            else if (helper == "is")
            {
                place._words.UnionWith(given.Skip(1 - index).Take(1).Where(word => word[0] is '"' or '\'').Select(word => word[1..^1]));
            }
            else if (index == 0 || helper is "ratio" or "more")
            {
                place._kind = place._kind == "decimal" ? place._kind : Kind(helper) ?? place._kind;
            }
        }

        private static string? Kind(string helper) =>
            Times.Contains(helper) ? "time" : Decimals.Contains(helper) ? "decimal" : Whole.Contains(helper) ? "whole" : null;

        private static WordingShape Place(string path, List<WordingShape> around) => around[^1].At(path, around);

        private static List<string> Words(string tag) => [.. Word().Matches(tag).Select(match => match.Value)];
    }

    /// <summary>Words, what is quoted, and groups in parentheses, which may hold others.</summary>
    [GeneratedRegex(@"\((?:[^()]|\([^()]*\))*\)|""[^""]*""|'[^']*'|[^\s()]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\{\{([^{}]+)\}\}")]
    private static partial Regex Tag();
}
