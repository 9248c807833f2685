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
    /// <summary>No activity that says something is as large.</summary>
    private const int LargestBody = 256 * 1024;

    public static IEndpointRouteBuilder MapBotFramework(this IEndpointRouteBuilder endpoints)
    {
        if (endpoints.ServiceProvider.GetRequiredService<IOptions<BotFrameworkOptions>>().Value.Enabled)
        {
            endpoints.MapPost("/api/messages", ReceiveAsync)
                .WithName("ReceiveActivity").WithSummary("An activity from the Bot Framework: Teams, or the Emulator in development mode.").WithTags("Bot Framework")
                .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(LargestBody))
                .Accepts<Activity>("application/json")
                .Produces<ExpectedReplies>().Produces(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status400BadRequest)
                .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
        }

        return endpoints;
    }

    private static async Task<IResult> ReceiveAsync(HttpContext http, ActivityGate gate, BotAdapter adapter)
    {
        if (gate.BeforeBody(http) is { } closed)
        {
            return BotAdapter.Refuse(closed);
        }

        try
        {
            var activity = await JsonSerializer.DeserializeAsync<Activity>(http.Request.Body, ActivityJson.Options, http.RequestAborted);
            return activity is null
                ? BotAdapter.Refuse(new(400, "The body is no activity."))
                : await gate.JudgeAsync(http, activity) is { } refused
                    ? BotAdapter.Refuse(refused)
                    : await adapter.ProcessAsync(activity, http.RequestAborted);
        }
        catch (JsonException problem)
        {
            return BotAdapter.Refuse(new(400, $"The body is no activity: line {problem.LineNumber + 1}, at {problem.Path ?? "$"}."));
        }
    }
}
