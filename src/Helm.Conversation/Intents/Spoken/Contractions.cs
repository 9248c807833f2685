using Helm.Conversation.Intents.Packs;

namespace Helm.Conversation.Intents.Spoken;

/// <summary>"What is" is said "what's" as often; who listens hears only what he has learned.</summary>
internal sealed class Contractions(WordLists words)
{
    private readonly Dictionary<string, string> _shortened = words.Rewrites
        .Where(rewrite => rewrite.Key.Contains('\'') && rewrite.Value.Count(' '.Equals) == 1)
        .DistinctBy(rewrite => rewrite.Value)
        .ToDictionary(rewrite => rewrite.Value, rewrite => rewrite.Key);

    /// <summary>The sentence with all that can be shortened.</summary>
    public string Shorten(string text)
    {
        var said = text.Split(' ').ToList();
        for (var at = 0; at + 1 < said.Count; at++)
        {
            if (_shortened.TryGetValue($"{said[at]} {said[at + 1]}", out var shorter))
            {
                said[at] = shorter;
                said.RemoveAt(at + 1);
            }
        }

        return string.Join(' ', said);
    }

    /// <summary>The parts of a pattern, each two words that can be shortened in both ways.</summary>
    public IEnumerable<SentencePattern?> In(IReadOnlyList<SentencePattern?> parts)
    {
        for (var at = 0; at < parts.Count; at++)
        {
            if (parts[at] is SentencePattern.Word first && parts.ElementAtOrDefault(at + 1) is SentencePattern.Word next
                && _shortened.TryGetValue($"{first.Text} {next.Text}", out var shorter))
            {
                yield return new SentencePattern.Choice([new SentencePattern.Sequence([first, next]), new SentencePattern.Word(shorter)]);
                at++;
            }
            else
            {
                yield return parts[at];
            }
        }
    }
}
