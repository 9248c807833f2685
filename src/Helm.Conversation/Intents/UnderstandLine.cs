using System.Diagnostics;
using System.Text.Json;

namespace Helm.Conversation.Intents;

/// <summary>One JSON line in, one out: what <c>heyhelm understand</c> does for each utterance.</summary>
public static class UnderstandLine
{
    /// <summary>
    /// <c>{"id","text","context"?}</c> gives <c>{"id","intent","entities","ms"}</c> with what the sentence itself says;
    /// a line that cannot be read gives <c>{"id":null,"error"}</c>.
    /// </summary>
    public static string Process(string line, IntentTable table, Vocabulary vocabulary)
    {
        string? id = null;
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            id = root.GetProperty("id").ToString();
            var text = root.GetProperty("text").GetString() ?? "";
            var context = root.TryGetProperty("context", out var said) ? LineContext.Read(said) : TurnContext.Empty;
            var started = Stopwatch.GetTimestamp();
            var match = table.Match(text, vocabulary, context);
            if (match.Intent == IntentNames.OutOfScope && Compound.Parts(text, match, vocabulary, context, table) is [var first, ..])
            {
                match = table.Match(first.Text, vocabulary, context);
            }

            var took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;

            return Answer(id, match, took);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return JsonSerializer.Serialize(new { id, error = $"not a line {{\"id\",\"text\"}}: {wrong.Message}" });
        }
    }

    private static string Answer(string id, IntentMatch match, double took)
    {
        var answer = new Dictionary<string, object>
        {
            ["id"] = id,
            ["intent"] = match.Intent,
            ["entities"] = match.Entities,
            ["ms"] = Math.Round(took, 3),
        };
        if (match.Unresolved.Count > 0)
        {
            answer["unresolved"] = match.Unresolved.Select(name => new { slot = name.Slot, words = name.Words, candidates = name.Candidates });
        }

        return JsonSerializer.Serialize(answer);
    }
}
