using System.Text.Json;
using Helm.Conversation.Dialogs;
using Helm.Conversation.Turns;
using Helm.Host.People;
using Helm.Host.Security;
using Helm.Host.Turns;
using Helm.Operations.People;
using Microsoft.Extensions.Options;

namespace Helm.Host.Api;

/// <summary><c>POST /api/ask</c>: one turn of a conversation.</summary>
internal sealed class AskEndpoint(LoggedTurns turns, PersonTable people, IOptions<SecurityOptions> security)
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

        var caller = Caller.Of(http);
        if (request.Person is not null && !(caller.IsOwner || security.Value.PersonInRequest))
        {
            return Problems.Of(
                StatusCodes.Status403Forbidden, "Person not accepted",
                "The request names a person, and nothing proves that this person sent it. Leave person out, or send the token.");
        }

        var utterance = new Utterance(
            request.Text!, "api:" + (request.Conversation ?? "default"), Asker(request, caller),
            request.Channel == "voice" ? Channel.Voice : Channel.Chat);
        return Results.Json(AskResponse.Of(await turns.RespondAsync(utterance, http.RequestAborted)), HelmJson.Options);
    }

    public static void Map(IEndpointRouteBuilder questions) =>
        questions.MapPost("/ask", (HttpContext http, AskEndpoint ask) => ask.AnswerAsync(http))
            .WithName("Ask").WithSummary("One turn of a conversation.").WithTags("Questions")
            .Accepts<AskRequest>("application/json").Produces<AskResponse>().ProducesProblem(StatusCodes.Status400BadRequest);

    private Person Asker(AskRequest request, Caller caller) => request.Person is { } id
        ? people.Identify(id.Contains(':', StringComparison.Ordinal) ? id : "api:" + id, name: null)
        : caller.Person;
}
