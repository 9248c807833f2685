using System.Text;
using Helm.Conversation.Intents;

namespace Helm.Conversation.Tests.Intents;

/// <summary>Inputs that nobody means, from a fixed seed: each of many kinds, short and long.</summary>
internal sealed class Fuzz(int seed)
{
    private static readonly string[] Pieces =
    [
        "status", "of", "production", "restart", "the", "api-lambda", "((((", "]]]]", "{environment}", "<tail>", "[[[[", "\0", "\u0007", "\u001b[31m",
        "\u202e", "\u200b", "\u200d", "\ufeff", "\ud800", "\udfff", "/helm:status", "/helm:remediate", "--env=", "--", "\"", "'", "“", "🔥", "👩‍👩‍👧",
        "a\u0301\u0301\u0301", "ＰＲＯＤ", "ﬁx", "oﬀ", "one hundred", "for", "two", "and a half", "hours", "infra", "infra-001",
        "999999999999999999999", "-", "=", "\t\r\n", "和", "حالة الإنتاج", "סטטוס", "1h30m", "last", "not", "no", "½", "%", "nan", "∞", "s q s", "1,500", "'s",
    ];

    private static readonly (int From, int To)[] Scripts =
        [(0, 0x80), (0x80, 0x250), (0x300, 0x370), (0x590, 0x700), (0x2000, 0x2070), (0xD800, 0xE000), (0xFB00, 0xFE10), (0, 0x10000)];

    private readonly Random _random = new(seed);
    private readonly string[] _said = [.. Table.English.Intents.SelectMany(intent => intent.Examples).Select(example => example.Text)];

    public string Next() =>
        _random.Next(6) switch
        {
            0 => Letters(_random.Next(40)),
            1 => Nested(_random.Next(1, 30)),
            2 => Slip(_said[_random.Next(_said.Length)]),
            _ => Mixed(_random.Next(12)),
        };

    /// <summary>One piece over and over, to a length.</summary>
    public string Line(int length)
    {
        var piece = _random.Next(3) == 0 ? Letters(_random.Next(1, 5)) : Pieces[_random.Next(Pieces.Length)];

        return new StringBuilder().Insert(0, piece + (_random.Next(2) == 0 ? " " : ""), (length / piece.Length) + 1).ToString(0, length);
    }

    public TurnContext Context() =>
        _random.Next(4) switch
        {
            0 => new TurnContext { Pending = "offer", Options = ["remediate", "escalate"], LastIntent = "investigate" },
            1 => new TurnContext { LastIntent = "issues_list", Issues = ["infra-001"], FocusIssue = "infra-001" },
            2 => new TurnContext { Pending = "confirm_remediation", LastIntent = "remediate" },
            _ => TurnContext.Empty,
        };

    private string Mixed(int pieces)
    {
        var text = new StringBuilder();
        for (; pieces >= 0; pieces--)
        {
            text.Append(_random.Next(5) == 0 ? Letters(1) : Pieces[_random.Next(Pieces.Length)]).Append(_random.Next(3) == 0 ? "" : " ");
        }

        return text.ToString();
    }

    /// <summary>Halves of surrogates and all.</summary>
    private string Letters(int count)
    {
        var (from, to) = Scripts[_random.Next(Scripts.Length)];

        return string.Create(count, (_random, from, to), static (letters, given) =>
        {
            foreach (ref var letter in letters)
            {
                letter = (char)given._random.Next(given.from, given.to);
            }
        });
    }

    private string Nested(int depth) =>
        new string('(', depth) + Pieces[_random.Next(Pieces.Length)] + new string(']', _random.Next(depth)) + new string('{', depth);

    private string Slip(string said)
    {
        var text = new StringBuilder(said);
        for (var slips = _random.Next(1, 4); slips > 0; slips--)
        {
            text.Insert(_random.Next(text.Length + 1), Letters(1));
        }

        return text.ToString();
    }
}
