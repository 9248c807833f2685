using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Helm.Chat.Slack;

/// <summary>Slack's way into Helm over HTTP: one address for events, commands and buttons, <c>POST /slack/events</c>.</summary>
public static class SlackDoor
{
    public static IEndpointRouteBuilder MapSlack(this IEndpointRouteBuilder endpoints)
    {
        var options = endpoints.ServiceProvider.GetRequiredService<IOptions<SlackOptions>>().Value;
        if (options.IsConfigured && options.SigningSecret.Length > 0)
        {
            endpoints.MapPost("/slack/events", ReceiveAsync)
                .WithName("ReceiveSlack").WithSummary("An event, a command or a pressed button from Slack, signed with the app's secret.").WithTags("Slack")
                .Accepts<object>("application/json", "application/x-www-form-urlencoded")
                .Produces(StatusCodes.Status200OK).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized);
        }

        return endpoints;
    }

    private static async Task<IResult> ReceiveAsync(HttpContext http, Signature signature, SlackDesk desk)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        var bytes = body.ToArray();
        if (!signature.IsGood(http.Request.Headers, bytes))
        {
            return Results.Problem("This is not signed with the secret of Helm's app, or it is older than five minutes. Look at Helm:Slack:SigningSecret and at the clock.", statusCode: 401);
        }

        if (SlackEnvelope.OfHttp(http.Request.ContentType, bytes) is not { } envelope)
        {
            return Results.Problem("The body is nothing that Slack sends: an event in JSON, or the form of a command or an interaction.", statusCode: 400);
        }

        try
        {
            var answer = await desk.AcknowledgeAsync(envelope, http.RequestAborted);
            return answer.Body is { } json ? Results.Json(json) : Results.Ok();
        }
        catch (HttpRequestException)
        {
            // Helm does not know yet who it is in Slack; Slack sends it again.
            return Results.Problem("Slack cannot be reached to ask who Helm is. Send it again.", statusCode: 503);
        }
    }
}
