namespace Helm.Chat.Slack;

/// <summary>Where a message of Helm's own accord goes: a channel as the settings name it, or the conversation that something was asked in.</summary>
/// <param name="Channel">Null for the person's own conversation with Helm.</param>
/// <param name="User">Who is told where the channel does not take it; null for nobody.</param>
internal sealed record SlackPlace(string? Channel, string? Thread, string? User)
{
    /// <param name="address"><c>#ops</c>, <c>C0123</c>, or a conversation without its door: <c>T1:C1:171.5</c>, <c>T1:C1:U1</c>, <c>T1:U1</c>.</param>
    public static SlackPlace Of(string address) => address.Split(':') switch
    {
        [_] => new(address, null, null),
        [_, ['U' or 'W', ..] user, ..] => new(null, null, user),
        [_, var channel, ['U' or 'W', ..] user] => new(channel, null, user),
        [_, var channel, { Length: > 0 } thread] => new(channel, thread, null),
        [_, var channel, ..] => new(channel, null, null),
        _ => new(address, null, null),
    };
}
