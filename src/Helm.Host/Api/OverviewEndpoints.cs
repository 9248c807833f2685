using Helm.Conversation.Direction;
using Helm.Conversation.Intents;
using Helm.Host.Security;
using Helm.Host.Turns;

namespace Helm.Host.Api;

/// <summary><c>GET /api/status</c> and <c>GET /api/dashboard</c>: the commands of the same names, by address.</summary>
internal static class OverviewEndpoints
{
    public static void MapOverviews(this IEndpointRouteBuilder questions)
    {
        Map(questions, "/status", IntentNames.StatusQuery, "Status", "How everything is, in a few words.");
        Map(questions, "/dashboard", IntentNames.DashboardView, "Dashboard", "Everything at a glance.");
    }

    /// <summary>Carries out a command and answers in the format that is asked for.</summary>
    public static async Task<IResult> TellAsync(
        HttpContext http, LoggedTurns turns, string intent, Dictionary<string, object> entities, string? format)
    {
        if (format is not (null or "json" or "text" or "voice"))
        {
            return Problems.Of(StatusCodes.Status400BadRequest, "Unknown format", "format is json, text or voice.");
        }

        // The wording's own format, because the dashboard's may be configured otherwise; JSON is written from the facts.
        entities[Slots.Format] = "text";
        var reply = await turns.RunAsync(new Command(intent, entities), Caller.Of(http).Person, http.RequestAborted);
        return format switch
        {
            "text" => Results.Text(reply.Text),
            "voice" => Results.Text(reply.Speech),
            _ => ApiJson.Document(reply.Data ?? AskResponse.Of(reply)),
        };
    }

    private static void Map(IEndpointRouteBuilder questions, string path, string intent, string name, string summary) =>
        questions.MapGet(path, async (HttpContext http, LoggedTurns turns, Scope scope, string? environment, string? domain, string? format) =>
            {
                var (entities, problem) = await scope.ReadAsync(environment, domain, http.RequestAborted);
                return entities is null ? problem! : await TellAsync(http, turns, intent, entities, format);
            })
            .WithName(name).WithSummary(summary).WithTags("Questions")
            .Produces<string>(contentType: "application/json").ProducesProblem(StatusCodes.Status400BadRequest);
}
