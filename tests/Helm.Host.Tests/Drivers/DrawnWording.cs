using System.Text;
using System.Text.Json.Nodes;

namespace Helm.Host.Tests.Drivers;

/// <summary>One answer as a channel was sent it: within the limits, nothing of it alive, and the numbers those of the words.</summary>
internal sealed class DrawnWording(WordingCase told)
{
    /// <summary>Below what every channel takes in one message.</summary>
    private const int LargestActivity = 25_000;

    public void CheckBlocks(SlackCall post)
    {
        Assert.True(SlackRules.Problem(post.Fields) is null, $"{told}: {SlackRules.Problem(post.Fields)}");
        CheckInert(SeenMarkup.Marked(post.Fields["blocks"]!).Append(post["text"]!).Select(SeenMarkup.Foreign));
        var shown = post.Fields["blocks"]!.AsArray().Where(block => (string?)block!["type"] != "actions");
        CheckSame([.. shown.SelectMany(block => SeenMarkup.Texts(block!))]);
    }

    public void CheckCard(IReadOnlyList<JsonNode> activities)
    {
        Assert.All(activities, activity => Assert.InRange(Encoding.UTF8.GetByteCount(activity.ToJsonString()), 1, LargestActivity));
        Assert.All(activities, activity => Assert.Equal("plain", (string?)activity["textFormat"]));
        var drawn = activities.Where(activity => activity["attachments"] is JsonArray { Count: > 0 })
            .SelectMany(activity => SeenMarkup.Texts(activity["attachments"]![0]!["content"]!["body"]!)).ToArray();
        CheckInert(drawn.Select(SeenMarkup.Unescaped));
        Assert.All(drawn, text => Assert.DoesNotMatch(@"[\[\]`<>]|\{\{", SeenMarkup.Unescaped(text)));
        if (drawn.Length > 0)
        {
            CheckSame([.. drawn.Select(text => text.Replace("\\", "", StringComparison.Ordinal))]);
        }
        else
        {
            told.CheckNumbers(activities.Select(activity => (string)activity["text"]!));
        }
    }

    private void CheckInert(IEnumerable<string> texts)
    {
        var all = string.Join('\n', texts);
        Assert.All(SeenMarkup.Alive, sign => Assert.False(all.Contains(sign, StringComparison.Ordinal), $"{told}: {sign} in {all}"));
    }

    /// <summary>All numbers that are shown, and no other; fewer only where the channel's limit says so.</summary>
    private void CheckSame(string[] drawn)
    {
        var (words, seen, all) = (told.Shown.SelectMany(SeenNumbers.In).ToHashSet(), drawn.SelectMany(SeenNumbers.In).ToHashSet(), string.Join('\n', drawn));
        told.Within(seen, words, all);
        if (!all.Contains('…', StringComparison.Ordinal) && !all.Contains("This is shortened", StringComparison.Ordinal))
        {
            told.Within(words, seen, all);
        }
    }
}
