using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Helm.Chat.BotFramework.Authentication;

/// <summary>
/// Where answers may go. A forged serviceUrl would make Helm call somebody's machine and hand over its token, so the text
/// itself is judged, before anything parses it: parsers turn 127.1, 0x7f000001 and user@host into something that looks harmless.
/// </summary>
internal sealed partial class ServiceUrls(IOptions<BotIdentityOptions> options, IHostEnvironment environment)
{
    private static readonly string[] PublicChannels = ["smba.trafficmanager.net", "*.botframework.com"];

    private readonly string[] _hosts = options.Value.ServiceHosts.Count > 0 ? [.. options.Value.ServiceHosts] : PublicChannels;

    /// <summary>Without an app id, or when a test or a tool on this machine plays the channel.</summary>
    private bool TakesThisMachine => !environment.IsProduction()
        && (!options.Value.IsConfigured || _hosts.Any(host => host is "localhost" or "127.0.0.1" or "[::1]"));

    public bool TryAccept(string? text, [NotNullWhen(true)] out Uri? address)
    {
        address = null;
        return text is not null
            && (IsOfChannel(text) || (TakesThisMachine && ThisMachine().IsMatch(text)))
            && Uri.TryCreate(text, UriKind.Absolute, out address);
    }

    private bool IsOfChannel(string text) =>
        options.Value.IsConfigured && Remote().Match(text) is { Success: true } match && _hosts.Any(host => Covers(host, match.Groups[1].Value));

    private static bool Covers(string allowed, string host) => allowed.StartsWith("*.", StringComparison.Ordinal)
        ? host.Length > allowed.Length - 1 && host.EndsWith(allowed[1..], StringComparison.OrdinalIgnoreCase)
        : host.Equals(allowed, StringComparison.OrdinalIgnoreCase);

    /// <summary>https on its own port, a name with a letter in its last part (so no address), and a plain path.</summary>
    [GeneratedRegex(@"\Ahttps://((?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z][A-Za-z0-9-]{1,62})(?::443)?(?:/[A-Za-z0-9._~/-]*)?\z")]
    private static partial Regex Remote();

    [GeneratedRegex(@"\Ahttps?://(localhost|127\.0\.0\.1|\[::1\])(:[0-9]{1,5})?(/[A-Za-z0-9._~/-]*)?\z", RegexOptions.IgnoreCase)]
    private static partial Regex ThisMachine();
}
