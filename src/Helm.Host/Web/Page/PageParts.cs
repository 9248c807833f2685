using Helm.Chat.DirectLine;
using Helm.Host.Voice;
using Helm.Operations.People;
using Microsoft.Extensions.Options;

namespace Helm.Host.Web.Page;

/// <summary>What the page is put together from.</summary>
internal sealed class PageParts(BoardFeed feed, WebChatBundle bundle, IOptions<VoiceOptions> voice, IOptions<DirectLineOptions> line)
{
    public bool HasVoice => voice.Value.Enabled;

    public bool HasDirectLine => line.Value.Enabled;

    public Task<string> BoardAsync(string environment, Person person, CancellationToken cancellation) =>
        feed.ReadAsync(environment, person, cancellation);

    /// <summary>Null where it is not there, and for whoever wants the plain one: <c>/?chat=plain</c>.</summary>
    public string? WebChatAddress(HttpContext http) =>
        HasDirectLine && http.Request.Query["chat"] != "plain" ? bundle.Address : null;
}
