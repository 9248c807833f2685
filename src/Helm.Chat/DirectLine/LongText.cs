using System.Text.Json.Nodes;
using Helm.Chat.BotFramework;

namespace Helm.Chat.DirectLine;

/// <summary>Shows a long answer as it is written, so that reading begins before it is all there.</summary>
internal static class LongText
{
    /// <summary>What is read at a glance needs no streaming.</summary>
    private const int Long = 700;

    private const int MostPieces = 8;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(60);

    /// <summary>The id of the stream that the whole answer ends; null for an answer that is not streamed.</summary>
    public static async Task<string?> StreamAsync(
        Activity activity, Action<JsonObject> tell, string conversation, TimeProvider time, CancellationToken cancellation)
    {
        if (activity.Attachments is { Count: > 0 } || activity.Text is not { Length: > Long } text)
        {
            return null;
        }

        var stream = Guid.NewGuid().ToString("N");
        var sequence = 0;
        foreach (var end in Ends(text))
        {
            var piece = LineActivity.Typing(conversation, time.GetUtcNow());
            sequence++;
            piece["id"] = sequence == 1 ? stream : $"{stream}-{sequence}";
            piece["text"] = text[..end];
            piece["textFormat"] = "plain";
            var data = piece["channelData"]!.AsObject();
            data["streamType"] = "streaming";
            data["streamSequence"] = sequence;
            if (sequence > 1)
            {
                data["streamId"] = stream;
            }

            tell(piece);
            await Task.Delay(Pause, time, cancellation);
        }

        return stream;
    }

    /// <summary>After lines, a few at a time.</summary>
    internal static IEnumerable<int> Ends(string text)
    {
        var step = text.Length / MostPieces;
        for (var end = text.IndexOf('\n', step); end > 0 && end < text.Length - 1; end = end + step < text.Length ? text.IndexOf('\n', end + step) : -1)
        {
            yield return end;
        }
    }
}
