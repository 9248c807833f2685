using Helm.Conversation.Dialogs;
using Helm.Host.Security;
using Helm.Operations.Audits;
using Helm.Operations.People;

namespace Helm.Host.Api;

/// <summary><c>POST /api/audits</c>.</summary>
internal sealed class AuditDoor(AuditDesk desk, Scope scope)
{
    public async Task<IResult> RunAsync(HttpContext http)
    {
        var (asked, problem) = await RequestBody.ReadAsync<AuditAsked>(http, HelmJson.Options);
        if (asked is null || (problem = asked.Wrong(desk) ?? Refused(http)) is not null)
        {
            return problem!;
        }

        (var entities, problem) = await scope.ReadAsync(asked.Environment, null, http.RequestAborted);
        return entities is null ? problem! : await RunAsync(http, asked, (string)entities["environment"]);
    }

    private static IResult? Refused(HttpContext http) => Caller.Of(http).Person.Has(Role.Viewer)
        ? null
        : Problems.Of(StatusCodes.Status403Forbidden, "Not allowed", "An audit needs the role viewer.");

    private async Task<IResult> RunAsync(HttpContext http, AuditAsked asked, string environment)
    {
        var request = new AuditRequest(AuditAsked.TypeOf(asked.Type)!.Value, environment, asked.From, asked.To);
        var report = await desk.RunAsync(request, Caller.Of(http).Person.Name, null, asked.Wait, http.RequestAborted);
        http.Response.Headers.Location = "/api/audits/" + report.AuditId;
        return ApiJson.Document(report, report.Status == AuditStatus.Running ? StatusCodes.Status202Accepted : StatusCodes.Status200OK);
    }
}

/// <summary>What is to be audited.</summary>
/// <param name="Type">cost, security or compliance.</param>
/// <param name="From">The first day of costs; the last thirty days without it.</param>
/// <param name="To">The day after the last.</param>
/// <param name="WaitSeconds">How long to wait for the result; 2 unless given, 60 at most.</param>
internal sealed record AuditAsked(string? Type, string? Environment, DateOnly? From, DateOnly? To, double? WaitSeconds)
{
    private const int MostDays = 190;

    public TimeSpan Wait => WaitSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : AuditDesk.Patience;

    /// <summary>Null when all is well.</summary>
    public IResult? Wrong(AuditDesk desk) => this switch
    {
        _ when TypeOf(Type) is null => UnknownType(),
        _ when !desk.Types.Contains(TypeOf(Type)!.Value) => Bad("No account is configured that could be audited: set Helm:Cloud:Enabled and its environments."),
        { Environment: null or "" } => Bad("environment is missing: name the one whose account is to be audited, such as prod."),
        { WaitSeconds: < 0 or > 60 or double.NaN } => Bad("wait_seconds is from 0 to 60."),
        _ => WrongDays(),
    };

    public static AuditType? TypeOf(string? name) =>
        name is not null && name.All(char.IsAsciiLetter) && Enum.TryParse<AuditType>(name, ignoreCase: true, out var type) ? type : null;

    public static IResult UnknownType() =>
        Problems.Of(StatusCodes.Status400BadRequest, "Unknown type", "type is cost, security or compliance.");

    private IResult? WrongDays() => (From, To) switch
    {
        (null, null) => null,
        ({ } from, { } to) when to > from && to.DayNumber - from.DayNumber <= MostDays => null,
        ({ }, { }) => Bad($"to is after from, by {MostDays} days at most."),
        _ => Bad("from and to are given together: the first day, and the day after the last."),
    };

    private static IResult Bad(string detail) => Problems.Of(StatusCodes.Status400BadRequest, "Not audited", detail);
}
