namespace Helm.Operations.Investigation.LogPatterns;

/// <summary>Patterns of one length, merged until nothing more fits together.</summary>
internal sealed class MergeBucket(List<PatternGroup> groups, TokenTable tokens)
{
    /// <summary>More patterns than this of one length are thinned first; two positions at once would cost too much.</summary>
    private const int Crowd = 2000;

    private readonly int _length = groups[0].Tokens.Length;
    private List<PatternGroup> _live = groups;

    /// <summary>How many values a position must take to be a variable, by how many constant words stay the same beside it.</summary>
    /// <remarks>Plain words distinguish statements ("VM Started", "VM Stopped"), names rarely do ("orders-db", "a.example").</remarks>
    private static readonly int[] ValuesOfWords = [999, 12, 8, 6, 6, 5];
    private static readonly int[] ValuesOfNames = [999, 8, 4, 3, 3, 2];

    public List<PatternGroup> Run()
    {
        Thin();
        while (MergeBy(pairs: false) || MergeBy(pairs: true))
        {
        }

        return _live;
    }

    private bool MergeBy(bool pairs)
    {
        if (_length <= (pairs ? 2 : 1) || (pairs && _live.Count > Crowd))
        {
            return false;
        }

        var before = _live.Count;
        foreach (var slot in Slots(pairs).OrderByDescending(slot => slot.Groups.Count))
        {
            Merge(slot);
        }

        _live.RemoveAll(group => group.Merged);
        return _live.Count < before;
    }

    /// <summary>Positions that differ while all else is equal.</summary>
    private IEnumerable<Slot> Slots(bool pairs)
    {
        var slots = new Dictionary<ulong, Slot>();
        foreach (var group in _live)
        {
            for (var first = 0; first < _length; first++)
            {
                for (var second = pairs ? first + 1 : -1; second < (pairs ? _length : 0); second++)
                {
                    Put(slots, group, first, second);
                }
            }
        }

        return slots.Values.Where(slot => slot.Groups.Count > 1);
    }

    private static void Put(Dictionary<ulong, Slot> slots, PatternGroup group, int first, int second)
    {
        var key = group.Without(first, second);
        if (!slots.TryGetValue(key, out var slot))
        {
            slots[key] = slot = new(first, second, []);
        }

        slot.Groups.Add(group);
    }

    private void Merge(Slot slot)
    {
        var groups = slot.Groups.Where(group => !group.Merged).ToList();
        if (groups.Count < 2 || !Varies(groups, slot, slot.First) || (slot.Second >= 0 && !Varies(groups, slot, slot.Second)))
        {
            return;
        }

        int[] merged = [.. groups[0].Tokens];
        merged[slot.First] = TokenTable.Sign;
        merged[slot.Second >= 0 ? slot.Second : slot.First] = TokenTable.Sign;
        groups.ForEach(group => group.Merged = true);
        _live.Add(new(merged, [.. groups.SelectMany(group => group.Members).Order()]));
    }

    private bool Varies(List<PatternGroup> groups, Slot slot, int at)
    {
        var values = groups.Select(group => group.Tokens[at]).Distinct().ToList();
        var beside = Enumerable.Range(0, _length).Count(other =>
            other != slot.First && other != slot.Second && tokens.IsConstant(groups[0].Tokens[other]));
        var names = values.Count(value => !tokens.IsPlainWord(value)) * 2 > values.Count;
        var needed = names ? ValuesOfNames : ValuesOfWords;
        return values.Count >= needed[Math.Min(beside, needed.Length - 1)] + (slot.Second >= 0 ? 1 : 0)
            || (slot.Second < 0 && values.Contains(TokenTable.Sign));
    }

    /// <summary>In a crowd, a position with very many values among patterns that begin alike is a variable at once.</summary>
    private void Thin()
    {
        if (_live.Count <= Crowd)
        {
            return;
        }

        var thinned = new Dictionary<ulong, PatternGroup>();
        foreach (var alike in _live.GroupBy(group => group.Tokens[0]))
        {
            var wide = Enumerable.Range(1, _length - 1)
                .Where(at => alike.Select(group => group.Tokens[at]).Distinct().Count() > Crowd / 10).ToHashSet();
            foreach (var group in alike)
            {
                var thin = new PatternGroup(
                    [.. group.Tokens.Select((token, at) => wide.Contains(at) ? TokenTable.Sign : token)], group.Members);
                if (!thinned.TryAdd(thin.Without(0, -1) ^ (ulong)(uint)thin.Tokens[0], thin))
                {
                    thinned[thin.Without(0, -1) ^ (ulong)(uint)thin.Tokens[0]].Members.AddRange(group.Members);
                }
            }
        }

        _live = [.. thinned.Values];
        _live.ForEach(group => group.Members.Sort());
    }

    private sealed record Slot(int First, int Second, List<PatternGroup> Groups);
}
