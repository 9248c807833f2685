using System.Text.Json;
using Helm.Connectors.Http;
using Helm.Operations.Alerts;
using Helm.Operations.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Helm.Connectors.Alertmanager;

/// <summary><c>POST /api/alertmanager</c>: Alertmanager's webhook, payload version 4. What is answered with 200 is committed.</summary>
internal static class AlertmanagerWebhook
{
    private const string Scheme = "Bearer ";

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/api/alertmanager", ReceiveAsync)
            .WithName("AlertmanagerWebhook").WithSummary("Prometheus Alertmanager's webhook (version 4), with its secret as Authorization: Bearer.").WithTags("Connectors")
            .Produces(StatusCodes.Status200OK).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized);

    private static async Task<IResult> ReceiveAsync(HttpContext http, IOutsideAlerts alerts, IOptions<AlertmanagerOptions> options)
    {
        var presented = http.Request.Headers.Authorization.ToString();
        if (!presented.StartsWith(Scheme, StringComparison.Ordinal) || !Signature.SameSecret(presented[Scheme.Length..], SecretReference.Resolve(options.Value.Secret)))
        {
            return Results.Problem(
                "Send the secret of Helm:Connectors:Alertmanager:Secret as Authorization: Bearer (http_config.authorization in Alertmanager).",
                statusCode: StatusCodes.Status401Unauthorized, title: "Secret needed");
        }

        try
        {
            using var document = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
            await alerts.TakeInAsync(AlertmanagerPayload.Read(document.RootElement), http.RequestAborted);
            return Results.Ok();
        }
        catch (Exception odd) when (odd is JsonException or FormatException or KeyNotFoundException or InvalidOperationException)
        {
            return Results.Problem(
                $"The body is not Alertmanager's webhook payload, version 4: {odd.Message}", statusCode: StatusCodes.Status400BadRequest, title: "Nothing was taken in");
        }
    }
}
