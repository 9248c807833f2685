using System.Globalization;
using System.Text.Json.Nodes;
using Helm.Conversation.Turns;

namespace Helm.Host.Tests.Drivers;

/// <summary>Asks for many answers at once, each in a conversation of its own, and waits for all of them.</summary>
internal sealed class ChatRound(ChatDoors doors, Reply[] replies)
{
    public async Task<Dictionary<string, SlackCall>> InSlackAsync()
    {
        await AskAsync(index => doors.Helm.EventAsync(SlackSender.Said($"{index}", $"{index}.1", channel: $"C{index}")));
        await WaitAsync(() => [.. Posts().Keys], "C");
        return Posts();
    }

    public async Task<Dictionary<string, JsonNode[]>> InTeamsAsync()
    {
        await AskAsync(index => doors.Helm.PostAsync("/api/messages", doors.Emulator.Message($"{index}", $"c{index}")));
        await WaitAsync(() => [.. Sent().Where(sent => (string?)sent.Activity["inputHint"] != "ignoringInput").Select(sent => sent.Conversation)], "c");
        return Sent().GroupBy(sent => sent.Conversation).ToDictionary(sent => sent.Key, sent => sent.Select(one => one.Activity).ToArray());
    }

    private Dictionary<string, SlackCall> Posts() =>
        doors.Slack.Calls.Where(call => call.Method == "chat.postMessage").DistinctBy(call => call["channel"]).ToDictionary(call => call["channel"]!);

    private IEnumerable<(string Conversation, JsonNode Activity)> Sent() => doors.Emulator.Received.Select(sent => (sent.Path.Split('/')[3], sent.Activity));

    private Task AskAsync(Func<int, Task> ask)
    {
        doors.Helm.Turns.Answer = utterance => replies[int.Parse(utterance.Text, CultureInfo.InvariantCulture)];
        return Parallel.ForAsync(0, replies.Length, TestContext.Current.CancellationToken, async (index, _) => await ask(index));
    }

    /// <summary>Until each was answered, as long as any answers still come.</summary>
    private async Task WaitAsync(Func<HashSet<string>> answered, string prefix)
    {
        var (seen, quiet) = (0, 0);
        while (answered() is var all && all.Count < replies.Length)
        {
            (seen, quiet) = (all.Count, all.Count == seen ? quiet + 1 : 0);
            Assert.True(quiet < 3000, $"No answer in {prefix}: {string.Join("; ", replies.Where((_, index) => !all.Contains($"{prefix}{index}")).Select(reply => reply.Intent))}");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
