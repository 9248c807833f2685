using Helm.Operations.Settings;

namespace Helm.Chat.DirectLine;

/// <summary>The conversation beside the web page; section <c>Helm:DirectLine</c>.</summary>
public sealed class DirectLineOptions
{
    public const string Section = "Helm:DirectLine";

    /// <summary>Whether <c>/v3/directline</c> is there, for people who are signed in.</summary>
    public bool Enabled { get; set; }

    /// <summary>How long a token for one conversation is good; a client renews it in time.</summary>
    public Duration TokenLifetime { get; set; } = Duration.FromMinutes(30);

    /// <summary>How long an answer may take.</summary>
    public Duration AnswerTimeout { get; set; } = Duration.FromSeconds(30);

    /// <summary>How long after its last message a conversation can be fetched.</summary>
    public Duration KeepConversations { get; set; } = Duration.FromDays(1);

    /// <summary>So much may one person say, conversations begun included.</summary>
    public int MessagesAMinute { get; set; } = 60;

    /// <summary>So many clients may be told at once, over all people.</summary>
    public int MostStreams { get; set; } = 200;

    /// <summary>In one message with files, in bytes.</summary>
    public int LargestUpload { get; set; } = 2_000_000;
}
