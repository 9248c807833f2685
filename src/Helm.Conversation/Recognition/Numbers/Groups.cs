using Helm.Conversation.Recognition.Reading;

namespace Helm.Conversation.Recognition.Numbers;

/// <summary>Reads the whole part of a number whose figures are grouped: 1,234,567, 1.234,5, 1 234 567, and the Indian 12,34,567.</summary>
internal static class Groups
{
    private const string Spaces = " \u00a0\u202f";

    /// <summary>The end of the whole part that begins here, with its figures.</summary>
    public static int Read(TokenLine line, int at, out string digits)
    {
        digits = line[at].Text;
        if (digits.Length > 3)
        {
            return at + 1;
        }

        return Indian(line, at, ref digits) ?? Signed(line, at, ",", ref digits) ?? Pointed(line, at, ref digits) ?? Spaced(line, at, ref digits) ?? at + 1;
    }

    /// <summary>Pairs, and three figures at the end; with threes only it is the common grouping.</summary>
    private static int? Indian(TokenLine line, int start, ref string digits)
    {
        var (at, text) = (start + 1, digits);
        while (Follows(line, at, ",", 2) && text.Length < 60)
        {
            text += line[at + 1].Text;
            at += 2;
        }

        if (digits.Length > 2 || at == start + 1 || !Follows(line, at, ",", 3) || Follows(line, at + 2, ",", 3))
        {
            return null;
        }

        digits = text + line[at + 1].Text;
        return at + 2;
    }

    private static int? Signed(TokenLine line, int start, string sign, ref string digits)
    {
        var at = start + 1;
        while (Follows(line, at, sign, 3) && digits.Length < 60)
        {
            digits += line[at + 1].Text;
            at += 2;
        }

        return at == start + 1 ? null : at;
    }

    /// <summary>Points group only where a comma is the decimal sign behind them.</summary>
    private static int? Pointed(TokenLine line, int start, ref string digits)
    {
        var text = digits;
        if (Signed(line, start, ".", ref text) is not { } end || !line.JoinedIs(end, ",") || !line.JoinedDigits(end + 1))
        {
            return null;
        }

        digits = text;
        return end;
    }

    private static int? Spaced(TokenLine line, int start, ref string digits)
    {
        var at = start + 1;
        while (line[at] is { IsDigits: true, Length: 3 } && Apart(line, at) && digits.Length < 60)
        {
            digits += line[at++].Text;
        }

        return at == start + 1 ? null : at;
    }

    private static bool Follows(TokenLine line, int at, string sign, int length) =>
        line.JoinedIs(at, sign) && line.JoinedDigits(at + 1) && line[at + 1].Length == length;

    /// <summary>One space, and no fraction behind the group: in "1 234/5" the figures stand apart.</summary>
    private static bool Apart(TokenLine line, int at) =>
        line[at].Start - line[at - 1].End == 1 && Spaces.Contains(line.Source[line[at].Start - 1], StringComparison.Ordinal) && !line.JoinedIs(at + 1, "/");
}
