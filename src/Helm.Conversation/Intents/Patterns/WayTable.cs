namespace Helm.Conversation.Intents.Patterns;

/// <summary>Ways by node and place. It lives for one utterance, so it is kept to what that needs.</summary>
internal sealed class WayTable
{
    private int[] _keys = new int[64];
    private Way[] _ways = new Way[64];
    private int _count;

    public bool TryGet(int key, out Way way)
    {
        var at = Place(_keys, key);
        way = _ways[at];

        return _keys[at] != 0;
    }

    public void Add(int key, Way way)
    {
        if (++_count * 2 > _keys.Length)
        {
            Grow();
        }

        var at = Place(_keys, key);
        _keys[at] = key + 1;
        _ways[at] = way;
    }

    private void Grow()
    {
        var (keys, ways) = (new int[_keys.Length * 4], new Way[_keys.Length * 4]);
        for (var at = 0; at < _keys.Length; at++)
        {
            if (_keys[at] != 0)
            {
                var place = Place(keys, _keys[at] - 1);
                (keys[place], ways[place]) = (_keys[at], _ways[at]);
            }
        }

        (_keys, _ways) = (keys, ways);
    }

    /// <summary>Where the key is, or is to go; an empty place holds 0.</summary>
    private static int Place(int[] keys, int key)
    {
        var at = (int)(((uint)key * 2654435769u) >> 8) & (keys.Length - 1);
        while (keys[at] != 0 && keys[at] != key + 1)
        {
            at = (at + 1) & (keys.Length - 1);
        }

        return at;
    }
}
