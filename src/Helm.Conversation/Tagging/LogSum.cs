namespace Helm.Conversation.Tagging;

/// <summary>Adds numbers of which only the logarithms are known, without leaving the range of numbers.</summary>
internal static class LogSum
{
    public static double Of(ReadOnlySpan<double> logs)
    {
        var (most, sum) = (logs[0], 0.0);
        foreach (var log in logs)
        {
            most = Math.Max(most, log);
        }

        foreach (var log in logs)
        {
            sum += Math.Exp(log - most);
        }

        return most + Math.Log(sum);
    }
}
