using System.Runtime.InteropServices;

namespace Helm.Operations.Investigation.LogPatterns;

/// <summary>Groups log lines by the statement that wrote them, without knowing the program; of the family of Drain.</summary>
/// <remarks>
/// Two steps. Every line is masked in one pass, and its masked text looked up: that is the whole cost of a line. What is
/// left, a few hundred distinct patterns as a rule, is merged when templates are asked for: a position is a variable when
/// it takes many values while all the rest stays the same (<see cref="TemplateMerger"/>). Not safe for threads.
/// </remarks>
public sealed class TemplateMiner
{
    /// <summary>Patterns kept apart; text that has more is no log, and the rest is grouped by its shape.</summary>
    private const int MostPatterns = 100_000;

    private readonly Dictionary<string, int> _ids = [];
    private readonly List<string> _patterns = [];
    private readonly char[] _buffer = new char[LineMask.LongestLine + 1];
    private LogTemplate[]? _templates;

    /// <summary>Takes a line and answers the id of its pattern, which <see cref="TemplateOf"/> turns into a template.</summary>
    public int Add(ReadOnlySpan<char> line)
    {
        var masked = LineMask.Of(line, _buffer);
        var lookup = _ids.GetAlternateLookup<ReadOnlySpan<char>>();
        ref var known = ref CollectionsMarshal.GetValueRefOrNullRef(lookup, masked);
        if (!System.Runtime.CompilerServices.Unsafe.IsNullRef(ref known))
        {
            return known;
        }

        return _patterns.Count < MostPatterns ? Remember(masked.ToString()) : Shape(masked);
    }

    /// <summary>The template of a pattern, as far as the lines so far tell.</summary>
    public LogTemplate TemplateOf(int pattern) => (_templates ??= TemplateMerger.Merge(_patterns))[pattern];

    private int Remember(string pattern)
    {
        _templates = null;
        var id = _patterns.Count;
        _ids[pattern] = id;
        _patterns.Add(pattern);
        return id;
    }

    private int Shape(ReadOnlySpan<char> masked)
    {
        var space = masked.IndexOf(' ');
        var shape = $"{(space > 0 ? masked[..Math.Min(space, 40)] : "")} {LineMask.Sign}";
        return _ids.TryGetValue(shape, out var id) || (_patterns.Count >= 2 * MostPatterns && _ids.TryGetValue($" {LineMask.Sign}", out id))
            ? id
            : Remember(_patterns.Count < 2 * MostPatterns - 1 ? shape : $" {LineMask.Sign}");
    }
}

/// <summary>What lines have in common: the text with <c>&lt;*&gt;</c> where it varies, and the number of the first line's pattern.</summary>
public sealed record LogTemplate(int Id, string Text);
