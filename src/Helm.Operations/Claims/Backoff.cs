namespace Helm.Operations.Claims;

/// <summary>How long to wait before something that failed is tried again: twice as long each time, up to a limit.</summary>
internal static class Backoff
{
    private const int MostDoublings = 20;

    public static TimeSpan After(int attempts, TimeSpan first, TimeSpan longest)
    {
        var wait = first * (1 << Math.Clamp(attempts - 1, 0, MostDoublings));
        return wait < longest ? wait : longest;
    }
}
