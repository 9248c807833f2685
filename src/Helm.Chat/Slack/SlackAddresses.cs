using Microsoft.Extensions.Options;

namespace Helm.Chat.Slack;

/// <summary>Where Helm may send: to Slack's own names, or to the stand-in on this machine that the settings name.</summary>
internal sealed class SlackAddresses(IOptions<SlackOptions> options)
{
    private readonly Uri _api = new(options.Value.ApiUrl);

    public Uri Method(string name) => new(_api, name);

    /// <summary>Addresses come with payloads: only Slack's own one for answers is used, and never with a token.</summary>
    public Uri? Response(string? address) => Accepted(address, "https", "hooks.slack.com", exact: true);

    public Uri? Upload(string? address) => Accepted(address, "https", "slack.com", exact: false);

    public Uri? Socket(string? address) => Accepted(address, "wss", "slack.com", exact: false);

    private Uri? Accepted(string? address, string scheme, string host, bool exact) =>
        !Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.UserInfo.Length > 0 ? null
        : _api.IsLoopback ? (uri.IsLoopback && uri.Port == _api.Port ? uri : null)
        : uri.Scheme == scheme && uri.IsDefaultPort && IsOf(uri.IdnHost, host, exact) ? uri
        : null;

    private static bool IsOf(string name, string host, bool exact) =>
        name == host || (!exact && name.EndsWith("." + host, StringComparison.Ordinal));
}
