using System.Text.RegularExpressions;
using Helm.Operations.Settings;
using Microsoft.Extensions.Options;

namespace Helm.Host.Voice;

/// <summary>Every device has a name of its own, an owner and a secret that is there.</summary>
internal sealed partial class VoiceOptionsCheck : IValidateOptions<VoiceOptions>
{
    public static readonly string[] Severities = ["low", "medium", "high", "critical"];

    private const int ShortestToken = 16;

    public ValidateOptionsResult Validate(string? name, VoiceOptions options)
    {
        var requirements = new Requirements(VoiceOptions.Section);
        var known = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < options.Devices.Count; index++)
        {
            var device = options.Devices[index];
            requirements
                .Require(Id().IsMatch(device.Id), $"Devices:{index}:Id", device.Id, "letters, digits and hyphens")
                .Require(known.Add(device.Id), $"Devices:{index}:Id", device.Id, "an id that no other device has")
                .Require(device.Owner.Contains(':', StringComparison.Ordinal), $"Devices:{index}:Owner", device.Owner, "a person's id with its door, such as api:alice")
                .Require(HasSecret(device.Token), $"Devices:{index}:Token", Shown(device.Token), $"env:NAME or file:PATH of a secret of at least {ShortestToken} characters");
        }

        SatelliteOptionsRules.Check(requirements, options.Wyoming, known, Id().IsMatch);
        return requirements
            .Require(options.MostSessions is >= 1 and <= 64, "MostSessions", options.MostSessions, "1 to 64")
            .Require(options.KeepTurns is >= 0 and <= 1_000, "KeepTurns", options.KeepTurns, "0 (nothing is kept) to 1000")
            .Require(options.TurnFolder.Trim().Length > 0, "TurnFolder", options.TurnFolder, "a folder")
            .Require(options.Announcements.MostAnHour >= 0, "Announcements:MostAnHour", options.Announcements.MostAnHour, "0 or more")
            .Require(Severities.Contains(options.Announcements.LeastSeverity), "Announcements:LeastSeverity", options.Announcements.LeastSeverity, string.Join(", ", Severities))
            .Require(IsHour(options.Announcements.QuietFrom) && IsHour(options.Announcements.QuietUntil), "Announcements:QuietFrom", options.Announcements.QuietFrom, "times of a day, such as 22:00:00")
            .Result();
    }

    private static bool IsHour(TimeSpan time) => time >= TimeSpan.Zero && time < TimeSpan.FromDays(1);

    private static bool IsReference(string token) =>
        token.StartsWith("env:", StringComparison.Ordinal) || token.StartsWith("file:", StringComparison.Ordinal);

    // A secret that somebody wrote down by mistake is not repeated.
    private static string Shown(string token) => IsReference(token) ? token : token.Length == 0 ? "" : "(a text)";

    private static bool HasSecret(string token)
    {
        try
        {
            return IsReference(token) && SecretReference.Resolve(token).Length >= ShortestToken;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    [GeneratedRegex("^[A-Za-z0-9-]{1,40}$")]
    private static partial Regex Id();
}
