using System.Runtime.InteropServices;

namespace Helm.Conversation.Classification;

/// <summary>
/// How likely a text is, letter by letter, among those that were learned: a letter is foretold by the letters before it, and
/// where these were seldom met, by fewer of them (Witten and Bell, "The Zero-Frequency Problem", 1991). One for each of
/// several labels tells them apart. It sees capitals and the order of things, and so errs on other texts than a classifier.
/// </summary>
internal sealed class LetterModel
{
    /// <summary>So many letters before a letter are looked at.</summary>
    private const int Reach = 8;

    private const char Start = '\u0002';
    private const char End = '\u0003';

    /// <summary>How likely a letter is of which nothing is known: there are not many more in use.</summary>
    private const double Unknown = 1.0 / 200;

    /// <summary>By what stands before: how many letters followed, and how many different ones.</summary>
    private readonly Dictionary<ulong, (int All, int Different)> _followed = [];

    /// <summary>By what stands before and the letter: how often.</summary>
    private readonly Dictionary<ulong, int> _met = [];

    public static LetterModel Train(IEnumerable<string> texts)
    {
        var model = new LetterModel();
        foreach (var text in texts)
        {
            model.Learn(Framed(text));
        }

        return model;
    }

    /// <summary>The logarithm of how likely the text is.</summary>
    public double LogChance(string text)
    {
        var (letters, log) = (Framed(text), 0.0);
        Span<ulong> befores = stackalloc ulong[Reach + 1];
        for (var at = 1; at < letters.Length; at++)
        {
            var chance = Unknown;
            foreach (var before in Before(letters, at, befores))
            {
                if (!_followed.TryGetValue(before, out var followed))
                {
                    break;
                }

                chance = (_met.GetValueOrDefault(NGrams.Mix(before, letters[at])) + (followed.Different * chance)) / (followed.All + followed.Different);
            }

            log += Math.Log(chance);
        }

        return log;
    }

    private static string Framed(string text) => $"{Start}{text.Trim()}{End}";

    private void Learn(string letters)
    {
        Span<ulong> befores = stackalloc ulong[Reach + 1];
        for (var at = 1; at < letters.Length; at++)
        {
            foreach (var before in Before(letters, at, befores))
            {
                ref var times = ref CollectionsMarshal.GetValueRefOrAddDefault(_met, NGrams.Mix(before, letters[at]), out _);
                ref var followed = ref CollectionsMarshal.GetValueRefOrAddDefault(_followed, before, out _);
                followed = (followed.All + 1, followed.Different + (times == 0 ? 1 : 0));
                times++;
            }
        }
    }

    /// <summary>What stands before a letter: nothing of it, the last letter, the last two, and so on.</summary>
    private static ReadOnlySpan<ulong> Before(string letters, int at, Span<ulong> befores)
    {
        befores[0] = NGrams.Seed('l');
        var reach = Math.Min(Reach, at);
        for (var back = 1; back <= reach; back++)
        {
            befores[back] = NGrams.Mix(befores[back - 1], letters[at - back]);
        }

        return befores[..(reach + 1)];
    }
}
