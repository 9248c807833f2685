using Helm.Conversation.Dialogs;
using Helm.Host.Security;
using Helm.Operations.Alerts;
using Helm.Operations.Environments;

namespace Helm.Host.Api;

/// <summary><c>/api/silences</c>: what is kept quiet, for how long, and by whom.</summary>
internal static class SilenceEndpoints
{
    public static void MapSilences(this IEndpointRouteBuilder questions, IEndpointRouteBuilder changes)
    {
        questions.MapGet("/silences", async (IAlertBook book, CancellationToken cancellation) =>
                ApiJson.Document(new SilenceList(await book.SilencesAsync(cancellation))))
            .WithName("Silences").WithSummary("Silences and maintenance windows in force.").WithTags("Alerts").Produces<SilenceList>();
        changes.MapPost("/silences", BeginAsync)
            .WithName("Silence").WithSummary("Keeps alerts quiet for a while.").WithTags("Alerts")
            .Accepts<SilenceRequest>("application/json").Produces<Silence>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status400BadRequest);
        changes.MapDelete("/silences/{id}", EndAsync)
            .WithName("EndSilence").WithSummary("Ends a silence or maintenance window.").WithTags("Alerts")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> BeginAsync(HttpContext http, Quiet quiet, EnvironmentDirectory environments, TimeProvider time)
    {
        var (request, problem) = await RequestBody.ReadAsync<SilenceRequest>(http, HelmJson.Options);
        if (request is null || (problem ??= request.Wrong(environments)) is not null)
        {
            return problem!;
        }

        var silence = await quiet.SilenceAsync(request.ToSilence(Caller.Of(http).Person.Name, time.GetUtcNow()), http.RequestAborted);
        return ApiJson.Document(silence, StatusCodes.Status201Created);
    }

    private static async Task<IResult> EndAsync(string id, Quiet quiet, CancellationToken cancellation) =>
        (await quiet.EndAsync(new() { Id = id, From = default, Until = default, By = "" }, maintenanceOnly: false, cancellation)).Count > 0
            ? Results.NoContent()
            : Problems.Of(StatusCodes.Status404NotFound, "No such silence", "Nothing in force has this id. GET /api/silences lists what is.");
}

/// <summary>Silences in force.</summary>
internal sealed record SilenceList(IReadOnlyList<Silence> Silences);

/// <summary>What is to be kept quiet; at least one thing is named, and all that is named must fit.</summary>
internal sealed record SilenceRequest(
    string? Environment, string? Domain, string? Resource, string? Severity, string? IssueId, string? Duration, bool Maintenance = false)
{
    public IResult? Wrong(EnvironmentDirectory environments)
    {
        if (new[] { Environment, Domain, Resource, Severity, IssueId }.All(string.IsNullOrWhiteSpace))
        {
            return Bad("Name what is to be quiet: environment, domain, resource, severity or issue_id.");
        }

        if (Environment is not null && environments.All.All(known => known.Name != Environment))
        {
            return Bad($"There is no environment of this name. There are: {string.Join(", ", environments.All.Select(known => known.Name))}.");
        }

        return Length is { } length && length > TimeSpan.Zero && length <= Quiet.Longest
            ? null
            : Bad($"'duration' must be {Operations.Settings.Duration.Expected}, at most 30d.");
    }

    public Silence ToSilence(string person, DateTimeOffset now) => new()
    {
        Environment = Environment,
        Domain = Domain,
        Resource = Resource,
        Severity = Severity,
        IssueId = IssueId,
        Maintenance = Maintenance,
        From = now,
        Until = now + (Length ?? TimeSpan.Zero),
        By = person,
    };

    private TimeSpan? Length => Operations.Settings.Duration.TryParse(Duration ?? "1h", out var length) ? length.Value : null;

    private static IResult Bad(string detail) => Problems.Of(StatusCodes.Status400BadRequest, "Nothing was silenced", detail);
}
