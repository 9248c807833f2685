using System.Security.Cryptography;
using System.Text.Json;
using Helm.Conversation.Intents;

namespace Helm.Host.Voice;

/// <summary>Tells whether two languages are the same without keeping the first.</summary>
internal static class SpokenFingerprint
{
    public static string Of(SpokenLanguage spoken) => Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(
        new { Slots = spoken.SlotForms, Patterns = spoken.Patterns.Select(pattern => $"{pattern.Intent} {pattern.Changes} {Text(pattern.Pattern)}") })));

    private static string Text(SentencePattern pattern) => pattern switch
    {
        SentencePattern.Word word => word.Text,
        SentencePattern.Slot slot => $"{{{slot.Name}}}",
        SentencePattern.Sequence sequence => string.Join(' ', sequence.Parts.Select(Text)),
        SentencePattern.Choice choice => $"({string.Join('|', choice.Options.Select(Text))})",
        SentencePattern.Optional optional => $"[{Text(optional.Inner)}]",
        _ => "",
    };
}
