namespace Helm.Operations.Investigation.LogPatterns;

/// <summary>Units belong to the number before them: <c>5.2 KB</c>, <c>&lt;1 sec</c>, <c>1290 bytes (1.25 KB)</c>.</summary>
internal static class Units
{
    private static readonly string[] Known =
        ["bytes", "byte", "kb", "mb", "gb", "tb", "kib", "mib", "gib", "b", "ms", "us", "ns", "s", "sec", "secs", "seconds", "second", "milliseconds", "minutes", "min", "mins", "hours", "days"];

    /// <summary>How many characters of what follows the number are its unit; 0 when none are.</summary>
    public static int Follow(ReadOnlySpan<char> rest, ReadOnlySpan<char> number)
    {
        if (rest.Length < 2 || rest[0] != ' ' || !char.IsAsciiLetter(rest[1]) || !char.IsAsciiDigit(number[^1]))
        {
            return 0;
        }

        var end = 1;
        while (end < rest.Length && char.IsAsciiLetter(rest[end]))
        {
            end++;
        }

        return IsUnit(rest[1..end]) ? end + Repeated(rest[end..]) : 0;
    }

    /// <summary>The same size again, readable: <c> (1.25 KB)</c>.</summary>
    private static int Repeated(ReadOnlySpan<char> rest)
    {
        if (rest.Length < 4 || !rest.StartsWith(" (") || !char.IsAsciiDigit(rest[2]))
        {
            return 0;
        }

        var end = rest.IndexOf(')');
        var space = end > 0 ? rest[2..end].IndexOf(' ') : -1;
        return space > 0 && IsUnit(rest[(3 + space)..end]) ? end + 1 : 0;
    }

    private static bool IsUnit(ReadOnlySpan<char> word)
    {
        foreach (var unit in Known)
        {
            if (word.Equals(unit, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
