using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Helm.Chat.BotFramework;

/// <summary>The Bot Framework's way into Helm: <c>POST /api/messages</c>.</summary>
public static class BotFrameworkDoor
{
    public static IEndpointRouteBuilder MapBotFramework(this IEndpointRouteBuilder endpoints)
    {
        if (endpoints.ServiceProvider.GetRequiredService<IOptions<BotFrameworkOptions>>().Value.Enabled)
        {
            endpoints.MapPost("/api/messages", ReceiveAsync)
                .WithName("ReceiveActivity").WithSummary("An activity from the Bot Framework Emulator.").WithTags("Bot Framework")
                .Accepts<Activity>("application/json")
                .Produces<ExpectedReplies>().Produces(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status400BadRequest)
                .ProducesProblem(StatusCodes.Status403Forbidden);
        }

        return endpoints;
    }

    private static async Task<IResult> ReceiveAsync(HttpContext http, BotAdapter adapter)
    {
        if (!LoopbackRule.IsLocalPeer(http.Connection.RemoteIpAddress))
        {
            return BotAdapter.Refuse(new(403, "In development mode only programs on this machine are heard."));
        }

        try
        {
            var activity = await JsonSerializer.DeserializeAsync<Activity>(http.Request.Body, ActivityJson.Options, http.RequestAborted);
            return activity is null
                ? BotAdapter.Refuse(new(400, "The body is no activity."))
                : await adapter.ProcessAsync(activity, http.RequestAborted);
        }
        catch (JsonException problem)
        {
            return BotAdapter.Refuse(new(400, $"The body is no activity: line {problem.LineNumber + 1}, at {problem.Path ?? "$"}."));
        }
    }
}
