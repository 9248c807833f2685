using Helm.Conversation.Recognition.Reading;

namespace Helm.Conversation.Recognition.Dates;

/// <summary>The line that is read and the moment it was said.</summary>
internal sealed record Context(TokenLine Line, DateTime Now)
{
    public DateTime Today => Now.Date;

    public DateTime Monday => Now.Date.AddDays(-Weekday(Now.Date) + 1);

    /// <summary>1 for Monday to 7 for Sunday.</summary>
    public static int Weekday(DateTime day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;

    public string Word(int at) => Line[at].Text;

    public bool Is(int at, string word) => Line.Is(at, word);

    public int Skip(int at, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            at = Line.Is(at, word) ? at + 1 : at;
        }

        return at;
    }

    /// <summary>The token after all of these words, or null.</summary>
    public int? After(int at, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (!Line.Is(at++, word))
            {
                return null;
            }
        }

        return at;
    }
}
