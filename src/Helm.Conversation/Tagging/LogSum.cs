namespace Helm.Conversation.Tagging;

/// <summary>Adds numbers of which only the logarithms are known, without leaving the range of numbers.</summary>
internal static class LogSum
{
    public static double Of(IEnumerable<double> logs)
    {
        var all = logs.ToList();
        var most = all.Max();

        return most + Math.Log(all.Sum(log => Math.Exp(log - most)));
    }
}
