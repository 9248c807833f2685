namespace Helm.Conversation.Recognition.Reading;

internal enum TokenKind
{
    Word,
    Digits,
    Symbol,
}

/// <summary>A run of letters, a run of digits or a single sign; <see cref="End"/> is exclusive.</summary>
internal readonly record struct Token(string Text, int Start, int End, TokenKind Kind)
{
    public bool IsWord => Kind == TokenKind.Word;

    public bool IsDigits => Kind == TokenKind.Digits;

    public int Length => End - Start;
}
