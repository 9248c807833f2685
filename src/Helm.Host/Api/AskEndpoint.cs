using System.Text.Json;
using Helm.Conversation.Dialogs;
using Helm.Conversation.Turns;
using Helm.Host.Security;
using Helm.Host.Turns;

namespace Helm.Host.Api;

/// <summary><c>POST /api/ask</c>: one turn of a conversation.</summary>
internal sealed class AskEndpoint(LoggedTurns turns, Deciders deciders)
{
    public async Task<IResult> AnswerAsync(HttpContext http)
    {
        var (request, problem) = await RequestBody.ReadAsync<AskRequest>(http, JsonSerializerOptions.Web);
        if (request is null)
        {
            return problem!;
        }

        if (request.Wrong() is { } wrong)
        {
            return Problems.Of(StatusCodes.Status400BadRequest, "Not understood", wrong);
        }

        if (deciders.Of(http, request.Person) is not { } asker)
        {
            return Deciders.NotAccepted();
        }

        var utterance = new Utterance(
            request.Text!, "api:" + (request.Conversation ?? "default"), asker,
            request.Channel == "voice" ? Channel.Voice : Channel.Chat);
        return Results.Json(AskResponse.Of(await turns.RespondAsync(utterance, http.RequestAborted)), HelmJson.Options);
    }

    public static void Map(IEndpointRouteBuilder questions) =>
        questions.MapPost("/ask", (HttpContext http, AskEndpoint ask) => ask.AnswerAsync(http))
            .WithName("Ask").WithSummary("One turn of a conversation.").WithTags("Questions")
            .Accepts<AskRequest>("application/json").Produces<AskResponse>().ProducesProblem(StatusCodes.Status400BadRequest);
}
