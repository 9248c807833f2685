using System.Text.Json;

namespace Helm.Host.Voice;

/// <summary>When Helm may speak first.</summary>
internal static class AnnouncementRules
{
    /// <summary>News without a severity are as urgent as whoever sends them by voice thinks they are.</summary>
    public static bool IsUrgentEnough(string body, AnnouncementOptions rules) => Rank(Severity(body)) >= Rank(rules.LeastSeverity);

    /// <summary>Null outside the quiet hours.</summary>
    public static TimeSpan? UntilQuietEnds(AnnouncementOptions rules, TimeProvider time) => UntilQuietEnds(rules, time.GetLocalNow().TimeOfDay);

    /// <summary>Null outside the quiet hours.</summary>
    public static TimeSpan? UntilQuietEnds(AnnouncementOptions rules, TimeSpan now)
    {
        var (from, until) = (rules.QuietFrom, rules.QuietUntil);
        var isQuiet = from <= until ? now >= from && now < until : now >= from || now < until;
        return !isQuiet ? null : until > now ? until - now : until - now + TimeSpan.FromDays(1);
    }

    private static int Rank(string? severity) =>
        Array.IndexOf(VoiceOptionsCheck.Severities, severity) is >= 0 and var rank ? rank : VoiceOptionsCheck.Severities.Length;

    private static string? Severity(string body)
    {
        using var facts = JsonDocument.Parse(body);
        return facts.RootElement.ValueKind == JsonValueKind.Object
            && facts.RootElement.TryGetProperty("severity", out var severity) && severity.ValueKind == JsonValueKind.String
                ? severity.GetString()
                : null;
    }
}
