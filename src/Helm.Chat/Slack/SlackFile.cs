using System.Text;
using Helm.Conversation.Dialogs;

namespace Helm.Chat.Slack;

/// <summary>What is shared as a file.</summary>
internal sealed record SlackFile(string Name, string Title, byte[] Bytes)
{
    public static SlackFile Whole(string answer) => new("answer.txt", "The whole answer", Encoding.UTF8.GetBytes(answer));

    /// <summary>Null for a card without a picture.</summary>
    public static SlackFile? Picture(Card? card) => card?.Picture is { } picture
        ? new("metric.png", picture.Says, Convert.FromBase64String(picture.DataUri[(picture.DataUri.IndexOf(',', StringComparison.Ordinal) + 1)..]))
        : null;
}
