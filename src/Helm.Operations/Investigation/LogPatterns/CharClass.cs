namespace Helm.Operations.Investigation.LogPatterns;

/// <summary>What a piece of a token is made of.</summary>
[Flags]
internal enum PieceLooks
{
    None = 0,
    Digit = 1,
    Slash = 2,
    NotHex = 4,
}

/// <summary>What a character means to the masking, by table.</summary>
internal static class CharClass
{
    private const byte Separators = 1;
    private const byte Spaces = 2;
    private const byte Joints = 4;

    private static readonly byte[] Classes = Build();
    private static readonly PieceLooks[] LooksOf = BuildLooks();

    public static bool IsSeparator(char letter) => letter < 128 && (Classes[letter] & Separators) != 0;

    public static bool InPiece(char letter) =>
        letter < 128 ? (Classes[letter] & (Separators | Spaces)) == 0 : !char.IsWhiteSpace(letter);

    public static bool IsJoint(char letter) => letter < 128 && (Classes[letter] & Joints) != 0;

    public static PieceLooks Looks(char letter) => letter < 128 ? LooksOf[letter] : PieceLooks.NotHex;

    private static byte[] Build()
    {
        var classes = new byte[128];
        Mark(classes, "=:,;()[]{}<>\"'|#?!&", Separators);
        Mark(classes, " \t\r\n\v\f\u001c\u001d\u001e\u001f", Spaces);
        Mark(classes, " :,;#|/.-", Joints);
        return classes;
    }

    private static void Mark(byte[] classes, string letters, byte mark)
    {
        foreach (var letter in letters)
        {
            classes[letter] |= mark;
        }
    }

    private static PieceLooks[] BuildLooks()
    {
        var looks = new PieceLooks[128];
        for (var at = 0; at < looks.Length; at++)
        {
            var letter = (char)at;
            looks[at] = (char.IsAsciiDigit(letter) ? PieceLooks.Digit : PieceLooks.None)
                | (letter is '/' or '\\' ? PieceLooks.Slash : PieceLooks.None)
                | (char.IsAsciiHexDigit(letter) ? PieceLooks.None : PieceLooks.NotHex);
        }

        return looks;
    }
}
