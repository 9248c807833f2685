using Helm.Host.Security;
using Helm.Operations.Monitoring;
using Helm.Operations.Registration;

namespace Helm.Host.Api;

/// <summary><c>/api/deployments</c>: what is watched, and how the creating side registers more.</summary>
internal static class DeploymentEndpoints
{
    public static void MapDeployments(this IEndpointRouteBuilder questions, IEndpointRouteBuilder changes)
    {
        questions.MapGet("/deployments", async (IDeploymentReader deployments, CancellationToken cancellation) => ApiJson.Document(
                new DeploymentList([.. (await deployments.ListAsync(cancellation)).Select(DeploymentDocument.Of)])))
            .WithName("Deployments").WithSummary("What is registered, in the format of the registry file.").WithTags("Deployments")
            .Produces<DeploymentList>();
        changes.MapPost("/deployments", RegisterAsync)
            .WithName("RegisterDeployment").WithSummary("Registers a deployment, or replaces the one of the same id.").WithTags("Deployments")
            .Accepts<DeploymentDocument>("application/json").Produces<DeploymentDocument>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized);
        changes.MapDelete("/deployments/{id}", RemoveAsync)
            .WithName("RemoveDeployment").WithSummary("Stops watching a deployment; its issues are resolved with that reason.").WithTags("Deployments")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound);
    }

    public static IResult Unknown() => Problems.Of(
        StatusCodes.Status404NotFound, "No such deployment", "No deployment has this id. GET /api/deployments lists them.");

    private static async Task<IResult> RegisterAsync(HttpContext http, DeploymentRegistry registry)
    {
        var reading = await registry.RegisterAsync(await RequestBody.BytesAsync(http), http.RequestAborted);
        if (!reading.IsValid)
        {
            return Problems.Of(
                StatusCodes.Status400BadRequest, "Not registered",
                "Nothing was registered: " + string.Join("; ", reading.Errors) + ".",
                new Dictionary<string, object?> { ["errors"] = reading.Errors });
        }

        http.Response.Headers.Location = "/api/deployments";
        return ApiJson.Document(DeploymentDocument.Of(reading.Deployments[0]), StatusCodes.Status201Created);
    }

    private static async Task<IResult> RemoveAsync(string id, DeploymentRegistry registry, CancellationToken cancellation) =>
        await registry.RemoveAsync(id, cancellation) ? Results.NoContent() : Unknown();
}
