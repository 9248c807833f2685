namespace Helm.Chat.BotFramework.Authentication;

/// <summary>Whether a token proves that the channel sent an activity; the reason is for the log, never for the sender.</summary>
internal sealed record TokenVerdict(int Status, string Reason)
{
    public static TokenVerdict Accepted { get; } = new(200, "");

    public bool IsAccepted => Status == 200;

    /// <summary>The token itself is nothing worth.</summary>
    public static TokenVerdict Unproven(string reason) => new(401, reason);

    /// <summary>The token is good, but not for this activity.</summary>
    public static TokenVerdict Foreign(string reason) => new(403, reason);
}
