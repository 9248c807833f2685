using System.Diagnostics.CodeAnalysis;

namespace Helm.Chat.BotFramework.Authentication;

/// <summary>The alphabet of tokens and keys (RFC 4648, section 5), without padding and without anything else in it.</summary>
internal static class Base64Url
{
    public static bool TryDecode(string? text, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = null;
        if (string.IsNullOrEmpty(text) || !text.All(IsOfAlphabet) || !System.Buffers.Text.Base64Url.IsValid(text))
        {
            return false;
        }

        bytes = System.Buffers.Text.Base64Url.DecodeFromChars(text);
        return true;
    }

    private static bool IsOfAlphabet(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or '_';
}
