using Helm.Conversation.Dialogs;
using Helm.Host.Security;
using Helm.Operations.Delivery;

namespace Helm.Host.Api;

/// <summary><c>/api/outbox</c>: what Helm sends to the outside, and what it could not deliver.</summary>
internal static class OutboxEndpoints
{
    private const int Most = 100;

    public static void MapOutbox(this IEndpointRouteBuilder questions, IEndpointRouteBuilder changes)
    {
        questions.MapGet("/outbox", async (IOutboxStore outbox, bool? dead, CancellationToken cancellation) =>
                ApiJson.Document(new OutboxList([.. (await outbox.ListAsync(dead == true ? OutboxState.Dead : null, Most, cancellation)).Select(Line)])))
            .WithName("Outbox").WithSummary("Messages to the outside, the latest first; with dead=true those that were given up.").WithTags("Alerts").Produces<OutboxList>();
        changes.MapPost("/outbox/retry", RetryAsync)
            .WithName("RetryMessage").WithSummary("Tries a message again that was given up.").WithTags("Alerts")
            .Accepts<RetryRequest>("application/json").Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static OutboxLine Line(KeptMessage kept) => new(
        kept.Message.Key, kept.Message.Channel, kept.Message.Address, kept.Message.Kind, kept.State.ToString().ToUpperInvariant(),
        kept.Attempts, kept.AddedAt, kept.SettledAt, kept.Reference, kept.Reason);

    private static async Task<IResult> RetryAsync(HttpContext http, IOutboxStore outbox, TimeProvider time)
    {
        var (request, problem) = await RequestBody.ReadAsync<RetryRequest>(http, HelmJson.Options);
        if (request?.Key is not { } key)
        {
            return problem ?? Problems.Of(StatusCodes.Status400BadRequest, "Which message", "Send the 'key' of a message. GET /api/outbox?dead=true lists them.");
        }

        return await outbox.ReviveAsync(key, time.GetUtcNow(), http.RequestAborted)
            ? Results.NoContent()
            : Problems.Of(StatusCodes.Status404NotFound, "No such message", "No message of this key was given up. GET /api/outbox?dead=true lists them.");
    }
}

/// <summary>Messages to the outside.</summary>
internal sealed record OutboxList(IReadOnlyList<OutboxLine> Messages);

/// <summary>One message and what became of it.</summary>
internal sealed record OutboxLine(
    string Key, string Channel, string Address, string Kind, string State, int Attempts, DateTimeOffset AddedAt, DateTimeOffset? SettledAt, string? Reference, string? Reason);

/// <summary>Which message is tried again.</summary>
internal sealed record RetryRequest(string? Key);
