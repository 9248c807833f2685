using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Options;

namespace Helm.Chat.BotFramework.Authentication;

/// <summary>Puts Helm's token on what goes to a channel, and on nothing that goes elsewhere; in development mode there is none.</summary>
internal sealed class ConnectorAuthorization(ConnectorTokens tokens, ServiceUrls serviceUrls, IOptions<BotIdentityOptions> options)
    : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!serviceUrls.TryAccept(request.RequestUri!.GetLeftPart(UriPartial.Authority), out _))
        {
            throw new HttpRequestException($"{request.RequestUri.Host} is no channel that answers may go to", null, HttpStatusCode.Forbidden);
        }

        if (options.Value.IsConfigured)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await tokens.GetAsync(cancellationToken));
        }

        return await base.SendAsync(request, cancellationToken);
    }
}
