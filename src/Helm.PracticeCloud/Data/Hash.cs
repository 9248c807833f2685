using System.Text;

namespace Helm.PracticeCloud.Data;

/// <summary>Deterministic noise: the same seed and the same moment always give the same number.</summary>
internal static class Hash
{
    /// <summary>FNV-1a: stable between runs, where string.GetHashCode is not.</summary>
    public static ulong Of(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var octet in Encoding.UTF8.GetBytes(text))
        {
            hash = (hash ^ octet) * 1099511628211UL;
        }

        return hash;
    }

    /// <summary>SplitMix64 of the seed and a position.</summary>
    public static ulong Mix(ulong seed, long position)
    {
        var z = seed + ((ulong)position * 0x9E3779B97F4A7C15UL);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    /// <summary>A number from -1 to 1, more often near 0 (the mean of two).</summary>
    public static double Signed(ulong seed, long position)
    {
        var bits = Mix(seed, position);
        return ((uint)bits / (double)uint.MaxValue) + ((uint)(bits >> 32) / (double)uint.MaxValue) - 1;
    }
}
