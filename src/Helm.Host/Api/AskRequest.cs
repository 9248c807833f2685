namespace Helm.Host.Api;

/// <summary>Something said to Helm over HTTP.</summary>
/// <param name="Conversation">So that "this" and "the second one" refer to what was said before.</param>
/// <param name="Channel"><c>chat</c> or <c>voice</c>: which wording; it never counts as heard speech.</param>
/// <param name="Person">Only from a caller who may name one.</param>
internal sealed record AskRequest(string? Text, string? Conversation, string? Channel, string? Person)
{
    private const int LongestText = 4000;

    private const int LongestId = 200;

    /// <summary>What is wrong and what is expected; null when all is well.</summary>
    public string? Wrong() => this switch
    {
        { Text: var text } when string.IsNullOrWhiteSpace(text) => "text is missing: it is the question, such as \"status of production\".",
        { Text.Length: > LongestText } => $"text has more than {LongestText} characters. Ask one thing at a time.",
        { Text: { } text } when text.Any(letter => char.IsControl(letter) && !char.IsWhiteSpace(letter)) => "text has control characters. Send plain text.",
        { Channel: not (null or "chat" or "voice") } => "channel is neither chat nor voice; it chooses the wording.",
        { Conversation: { } conversation } when BadId(conversation) => $"conversation takes 1 to {LongestId} characters without control characters.",
        { Person: { } person } when BadId(person) => $"person takes 1 to {LongestId} characters without control characters.",
        _ => null,
    };

    private static bool BadId(string id) => string.IsNullOrWhiteSpace(id) || id.Length > LongestId || id.Any(char.IsControl);
}
