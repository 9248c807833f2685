using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text.RegularExpressions;

namespace Helm.Chat.BotFramework;

/// <summary>In development mode both sides are programs on this machine.</summary>
internal static partial class LoopbackRule
{
    public static bool IsLocalPeer([NotNullWhen(true)] IPAddress? peer) => peer is not null && IPAddress.IsLoopback(peer);

    /// <summary>
    /// Judges the text and not a parsed address: parsers turn 127.1, 0x7f000001 and user@host into something that looks harmless.
    /// </summary>
    public static bool TryServiceUrl(string? text, [NotNullWhen(true)] out Uri? address)
    {
        address = null;
        return text is not null && ServiceUrl().IsMatch(text) && Uri.TryCreate(text, UriKind.Absolute, out address);
    }

    [GeneratedRegex(@"\Ahttps?://(localhost|127\.0\.0\.1|\[::1\])(:[0-9]{1,5})?(/[A-Za-z0-9._~/-]*)?\z", RegexOptions.IgnoreCase)]
    private static partial Regex ServiceUrl();
}
