using System.Text.Json.Nodes;
using Helm.Connectors.Http;
using Helm.Operations.Delivery;
using Microsoft.Extensions.Options;

namespace Helm.Connectors.Webhook;

/// <summary>Posts messages as JSON, signed so that the receiver can tell that they are Helm's, and when they were sent.</summary>
internal sealed class WebhookChannel(
    IHttpClientFactory clients, IWording wording, IOptions<WebhookOptions> options, TimeProvider time) : IDeliveryChannel
{
    public string Name => "webhook";

    public async Task<DeliveryOutcome> SendAsync(OutboxMessage message, CancellationToken cancellation)
    {
        if (!options.Value.Endpoints.TryGetValue(message.Address, out var endpoint))
        {
            return new DeliveryOutcome.Refused($"{WebhookOptions.Section}:Endpoints has no {message.Address}.");
        }

        using var request = SignedRequest.Of(endpoint, message.Key, Document(message), time.GetUtcNow());
        using var response = await clients.CreateClient(Outside.Client).SendAsync(request, cancellation);
        return await Outside.OutcomeAsync(response, time, null, cancellation);
    }

    private JsonObject Document(OutboxMessage message)
    {
        var worded = wording.Word(message);
        return new()
        {
            ["key"] = message.Key,
            ["kind"] = message.Kind,
            ["correlation"] = message.Correlation,
            ["title"] = worded.Title,
            ["text"] = worded.Text,
            ["commands"] = new JsonArray([.. worded.Says.Select(says => JsonValue.Create(says))]),
            ["data"] = JsonNode.Parse(message.Body),
        };
    }
}
