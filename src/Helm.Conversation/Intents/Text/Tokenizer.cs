using System.Globalization;
using System.Text;

namespace Helm.Conversation.Intents.Text;

/// <summary>Cuts raw text into words. Reads no further than a command can be long, so its time is bounded whatever comes.</summary>
internal sealed class Tokenizer(IReadOnlyDictionary<string, string> symbols)
{
    private const int LongestWord = 64;

    private readonly Dictionary<Rune, string[]> _symbols =
        symbols.ToDictionary(pair => pair.Key.EnumerateRunes().First(), pair => pair.Value.Split(' '));

    /// <summary>Null when the text is longer than any command.</summary>
    public Tokens? Cut(string text)
    {
        var cutter = new Cutter();
        for (var at = 0; at < text.Length && !cutter.TooLong;)
        {
            Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var width);
            Take(cutter, Fold(rune), at + width < text.Length ? text[at + width] : ' ');
            at += width;
        }

        cutter.Break(hyphen: false);

        return cutter.TooLong ? null : new Tokens(cutter.Words, cutter.Joined);
    }

    private void Take(Cutter cutter, Rune rune, char next)
    {
        if (Ligature(rune) is { } letters)
        {
            cutter.Join(letters);
        }
        else if (Rune.IsLetterOrDigit(rune) || IsPointInNumber(cutter, rune, next))
        {
            cutter.Add(rune);
        }
        else if (rune.Value == '\'')
        {
            cutter.AddApostrophe();
        }
        else if (_symbols.TryGetValue(rune, out var words))
        {
            cutter.Add(words);
        }
        else if (!IsSilent(cutter, rune, next))
        {
            cutter.Break(rune.Value is '-' or '_' or '.');
        }
    }

    /// <summary>Texts that are copied from documents have them: the letters that one character stands for.</summary>
    private static string? Ligature(Rune rune) =>
        rune.Value switch
        {
            0xFB00 => "ff",
            0xFB01 => "fi",
            0xFB02 => "fl",
            0xFB03 => "ffi",
            0xFB04 => "ffl",
            0xFB05 or 0xFB06 => "st",
            _ => null,
        };

    private static bool IsPointInNumber(Cutter cutter, Rune rune, char next) =>
        rune.Value == '.' && cutter.EndsInDigit && char.IsAsciiDigit(next);

    /// <summary>Accents, joiners, and the comma of 1,500.</summary>
    private static bool IsSilent(Cutter cutter, Rune rune, char next) =>
        (rune.Value == ',' && cutter.EndsInDigit && char.IsAsciiDigit(next))
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format;

    /// <summary>
    /// Lower case; full-width letters and typographic apostrophes to their plain forms. (Normalize(FormKC) leaves them
    /// as they are under InvariantGlobalization.)
    /// </summary>
    private static Rune Fold(Rune rune) =>
        rune.Value switch
        {
            >= 0xFF01 and <= 0xFF5E => Rune.ToLowerInvariant(new Rune(rune.Value - 0xFEE0)),
            0x2019 or 0x2018 or 0x02BC or '`' or 0x00B4 => new Rune('\''),
            0x2010 or 0x2011 or 0x2012 or 0x2013 => new Rune('-'),
            _ => Rune.ToLowerInvariant(rune),
        };

    private sealed class Cutter
    {
        private readonly StringBuilder _word = new();
        private bool _joins;

        public List<string> Words { get; } = [];

        public List<bool> Joined { get; } = [];

        public bool TooLong => Words.Count > Tokens.Most || _word.Length > LongestWord;

        public bool EndsInDigit => _word.Length > 0 && char.IsAsciiDigit(_word[^1]);

        public void Add(Rune rune)
        {
            Span<char> letters = stackalloc char[2];
            _word.Append(letters[..rune.EncodeToUtf16(letters)]);
        }

        public void Join(string letters) => _word.Append(letters);

        public void AddApostrophe()
        {
            if (_word.Length > 0)
            {
                _word.Append('\'');
            }
        }

        public void Add(string[] words)
        {
            foreach (var word in words)
            {
                Break(hyphen: false);
                _word.Append(word);
            }

            Break(hyphen: false);
        }

        public void Break(bool hyphen)
        {
            if (_word.Length > 0)
            {
                Words.Add(_word.ToString().TrimEnd('\''));
                Joined.Add(_joins);
                _word.Clear();
                _joins = hyphen;
            }
            else
            {
                _joins = false;
            }
        }
    }
}
