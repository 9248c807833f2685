namespace Helm.Operations.Investigation.LogPatterns;

/// <summary>Tokens as numbers, and what each looks like.</summary>
internal sealed class TokenTable
{
    /// <summary>The number of the token that is nothing but the sign.</summary>
    public const int Sign = 0;

    private static readonly char[] Around = [',', ';', ':', '.', '(', ')', '[', ']', '\'', '"'];

    private readonly Dictionary<string, int> _numbers = [];
    private readonly List<string> _texts = [];
    private readonly List<bool> _constants = [];
    private readonly List<bool> _plain = [];

    public TokenTable() => NumberOf(LineMask.Sign.ToString());

    public string TextOf(int token) => _texts[token];

    /// <summary>Carries meaning: it has a letter, and is not the sign.</summary>
    public bool IsConstant(int token) => _constants[token];

    /// <summary>A word of a language (Started, GET, password), not a name of something (orders-db, cnn.com, userId).</summary>
    public bool IsPlainWord(int token) => _plain[token];

    public int NumberOf(string token)
    {
        if (!_numbers.TryGetValue(token, out var number))
        {
            _numbers[token] = number = _texts.Count;
            _texts.Add(token);
            _constants.Add(number != Sign && token.Any(char.IsLetter));
            _plain.Add(LooksPlain(token));
        }

        return number;
    }

    private static bool LooksPlain(string token)
    {
        var word = token.Trim(Around);
        word = word[(word.LastIndexOf('=') + 1)..];
        return word.All(char.IsAsciiLetterUpper) || (word.All(char.IsLetter) && word.Skip(1).All(char.IsLower));
    }
}
