using Helm.Conversation.Dialogs;
using Helm.Conversation.Direction.Issues;
using Helm.Conversation.Intents;
using Helm.Operations.Alerts;
using Helm.Operations.People;
using Microsoft.Extensions.Options;

namespace Helm.Conversation.Direction.Alerts;

/// <summary>Keeps alerts quiet for a while, begins maintenance windows, and ends both.</summary>
internal sealed class SilenceHandler(
    IssueFinder finder, Quiet quiet, IAlertBook book, IOptions<AlertingOptions> options, TimeProvider time) : IHandler
{
    private const string Mode = "mode";

    private static readonly string[] NamesOfIssues = [Slots.IssueId, Slots.Ordinal, Slots.Reference];

    public string Intent => IntentNames.Silence;

    public async Task<Answer> HandleAsync(CommandRequest request, CancellationToken cancellation)
    {
        var command = request.Command;
        string? issueId = null;
        if (NamesOfIssues.Any(command.Entities.ContainsKey))
        {
            var (issue, instead) = await finder.FindAsync(request, cancellation);
            if (issue is null)
            {
                return instead!;
            }

            issueId = issue.IssueId;
        }

        return command.Text(Mode) switch
        {
            "list" => await ListAsync(Named(command, issueId), cancellation),
            "end" => await EndAsync(command, issueId, cancellation),
            _ => await BeginAsync(command, issueId, request.Person, cancellation),
        };
    }

    private async Task<Answer> BeginAsync(Command command, string? issueId, Person person, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var maintenance = command.Text(Mode) == "maintenance";
        if (SilenceSpan.Of(command, now, person) is not { } until)
        {
            return new Answer("silence.how_long", new { said = command.Text(Slots.Duration) ?? command.Text(Slots.TimeRange) }) { Succeeded = false };
        }

        var named = Named(command, issueId) with { Maintenance = maintenance, From = now, Until = until, By = person.Name };
        if (named is { Environment: null, Domain: null, Resource: null, IssueId: null, Severity: null })
        {
            return new Answer("silence.which", new { }) { Succeeded = false };
        }

        var silence = await quiet.SilenceAsync(named, cancellation);
        return new Answer(maintenance ? "silence.maintenance" : "silence.silenced", SilenceFacts.Of(silence, options.Value.Enabled))
        {
            FocusIssue = issueId,
        };
    }

    /// <summary>Those in force that keep quiet what was asked about: what names nothing is about everything.</summary>
    private async Task<Answer> ListAsync(Silence asked, CancellationToken cancellation)
    {
        var active = (await book.SilencesAsync(cancellation)).Where(one =>
            Meets(one.Environment, asked.Environment) && Meets(one.Domain, asked.Domain) && Meets(one.Resource, asked.Resource) && Meets(one.IssueId, asked.IssueId));

        return new Answer("silence.in_force", new { active = active.Select(one => SilenceFacts.Of(one, options.Value.Enabled)).ToList() });
    }

    private static bool Meets(string? kept, string? asked) => kept is null || asked is null || kept == asked;

    private async Task<Answer> EndAsync(Command command, string? issueId, CancellationToken cancellation)
    {
        var ended = await quiet.EndAsync(Named(command, issueId), maintenanceOnly: false, cancellation);
        return ended.Count > 0
            ? new Answer("silence.ended", new { ended = ended.Select(one => SilenceFacts.Of(one, options.Value.Enabled)) })
            : new Answer("silence.none_to_end", new { active = (await book.SilencesAsync(cancellation)).Select(one => SilenceFacts.Of(one, options.Value.Enabled)) })
            {
                Succeeded = false,
            };
    }

    private static Silence Named(Command command, string? issueId) => new()
    {
        Environment = issueId is null ? command.Text(Slots.Environment) : null,
        Domain = issueId is null ? command.Text(Slots.Domain) : null,
        Resource = issueId is null ? command.Text(Slots.Resource) : null,
        Severity = issueId is null ? command.Text(Slots.Severity) : null,
        IssueId = issueId,
        From = default,
        Until = default,
        By = "",
    };
}
