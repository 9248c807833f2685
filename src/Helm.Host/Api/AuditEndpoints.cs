using Helm.Conversation.Dialogs;
using Helm.Host.Security;
using Helm.Operations.Audits;

namespace Helm.Host.Api;

/// <summary><c>/api/audits</c>: cost, security and compliance of an account, now and earlier.</summary>
/// <remarks>An audit only reads, so whoever may ask questions may ask for one.</remarks>
internal static class AuditEndpoints
{
    private const int MostAudits = 200;

    public static void MapAudits(this IEndpointRouteBuilder questions)
    {
        questions.MapGet("/audits", ListAsync)
            .WithName("Audits").WithSummary("Audits that were made, the latest first.").WithTags("Audits").Produces<AuditList>()
            .ProducesProblem(StatusCodes.Status400BadRequest);
        questions.MapGet("/audits/{id}", FindAsync)
            .WithName("Audit").WithSummary("One audit, as far as it has come.").WithTags("Audits")
            .Produces<AuditReport>().ProducesProblem(StatusCodes.Status404NotFound);
        questions.MapPost("/audits", (HttpContext http, AuditDoor door) => door.RunAsync(http))
            .WithName("RunAudit").WithSummary("Audits an environment: 200 with the report, or 202 while it runs.").WithTags("Audits")
            .Accepts<AuditAsked>("application/json").Produces<AuditReport>().Produces<AuditReport>(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> ListAsync(string? type, string? environment, int? top, AuditDesk desk, Scope scope, CancellationToken cancellation)
    {
        var (entities, problem) = await scope.ReadAsync(environment, null, cancellation);
        if (entities is null)
        {
            return problem!;
        }

        var wanted = AuditAsked.TypeOf(type);
        return type is not null && wanted is null
            ? AuditAsked.UnknownType()
            : ApiJson.Document(new AuditList(await desk.ListAsync(
                new(wanted, entities.GetValueOrDefault("environment") as string, Math.Clamp(top ?? 20, 1, MostAudits)), cancellation)));
    }

    private static async Task<IResult> FindAsync(string id, string? format, AuditDesk desk, DialogLibrary dialogs, CancellationToken cancellation) =>
        await desk.FindAsync(id, cancellation) is { } report
            ? Told(report, format, dialogs)
            : Problems.Of(StatusCodes.Status404NotFound, "No such audit", "There is no audit of this id. GET /api/audits lists them.");

    private static IResult Told(AuditReport report, string? format, DialogLibrary dialogs) => format switch
    {
        null or "json" => ApiJson.Document(report),
        "text" => Results.Text(dialogs.Word(new Answer("audit.finished", report)).Text),
        "voice" => Results.Text(dialogs.Word(new Answer("audit.finished", report)).Speech),
        _ => Problems.Of(StatusCodes.Status400BadRequest, "Unknown format", "format is json, text or voice."),
    };
}

/// <summary>Audits that were made.</summary>
internal sealed record AuditList(IReadOnlyList<AuditReport> Audits);
