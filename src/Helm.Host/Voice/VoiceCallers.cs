using Helm.Host.Security;

namespace Helm.Host.Voice;

/// <summary>Whose microphone it is: a device's by its secret, or the browser's of somebody who is signed in.</summary>
internal sealed class VoiceCallers(DeviceTable devices, IEnumerable<ICallerSource> signedIn)
{
    public const string TokenPrefix = "helm.token.";

    private const string Bearer = "Bearer ";

    /// <summary>Null for somebody whom nobody knows.</summary>
    public Device? DeviceOf(HttpContext http) => Presented(http) is { } secret
        ? devices.Find(secret)
        : signedIn.Select(source => source.CallerOf(http)).FirstOrDefault(person => person?.Role is not null) is { } person ? devices.OfBrowser(person) : null;

    private static string? Presented(HttpContext http)
    {
        var header = http.Request.Headers.Authorization.ToString();
        return header.StartsWith(Bearer, StringComparison.Ordinal)
            ? header[Bearer.Length..]
            : http.WebSockets.WebSocketRequestedProtocols
                .FirstOrDefault(protocol => protocol.StartsWith(TokenPrefix, StringComparison.Ordinal))?[TokenPrefix.Length..];
    }
}
