using System.Globalization;
using System.Text.RegularExpressions;

namespace Helm.Benchmarks.Channels;

/// <summary>What lives in a process after a collection, and what it holds of the machine's memory for itself, in MB.</summary>
internal sealed partial record OwnMemory(double Living, double Held)
{
    public static OwnMemory Read()
    {
        var living = GC.GetTotalMemory(forceFullCollection: true) / 1e6;
        var status = File.Exists("/proc/self/status") ? File.ReadAllText("/proc/self/status") : "";
        return new(living, Anonymous().Match(status) is { Success: true } found ? double.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture) / 1000 : 0);
    }

    /// <summary>Without what is a file's and could be dropped at any time.</summary>
    [GeneratedRegex(@"RssAnon:\s*(\d+)")]
    private static partial Regex Anonymous();
}
