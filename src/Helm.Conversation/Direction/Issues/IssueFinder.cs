using Helm.Conversation.Dialogs;
using Helm.Operations.Issues;

namespace Helm.Conversation.Direction.Issues;

/// <summary>Finds the issue that a command means: by id, by its place in the list, by its resource, or "this".</summary>
internal sealed class IssueFinder(IIssueReader issues)
{
    private const int MostNamed = 5;

    /// <summary>Either the issue, or the answer that asks for it.</summary>
    public async Task<(Issue? Issue, Answer? Instead)> FindAsync(CommandRequest request, CancellationToken cancellation)
    {
        var command = request.Command;
        if ((command.Text(Slots.IssueId) ?? Listed(request)) is { } id)
        {
            return await issues.FindAsync(id, cancellation) is { } named ? (named, null) : (null, await UnknownAsync(id, cancellation));
        }

        var filter = new IssueFilter
        {
            Environment = command.Text(Slots.Environment),
            Domain = command.Text(Slots.Domain),
            Severity = command.Text(Slots.Severity),
            Resource = command.Text(Slots.Resource),
            Top = MostNamed,
        };
        var open = await issues.ListAsync(filter, cancellation);

        return (open, command.Text(Slots.Resource), request.Context.FocusIssue) switch
        {
            ([var only], _, _) => (only, null),
            ([], { } resource, _) => (null, NoneFor(resource)),
            ([], null, null) => (null, NoneOpen()),
            (_, null, { } focus) when await issues.FindAsync(focus, cancellation) is { } current => (current, null),
            _ => (null, Refusals.Missing(Slots.IssueId, [.. open.Select(issue => issue.IssueId)])),
        };
    }

    /// <summary>"The second one", of the list that was read out.</summary>
    private static string? Listed(CommandRequest request) => request.Command.Number(Slots.Ordinal) switch
    {
        -1 when request.Context.Issues is [.., var last] => last,
        { } place when place >= 1 && place <= request.Context.Issues.Count => request.Context.Issues[place - 1],
        { } place => $"number {place}",
        null => null,
    };

    private async Task<Answer> UnknownAsync(string id, CancellationToken cancellation)
    {
        var open = await issues.ListAsync(new() { Top = MostNamed }, cancellation);

        return Refusals.UnknownName(Slots.IssueId, id, [.. open.Select(issue => issue.IssueId)]);
    }

    private static Answer NoneFor(string resource) => new("shared.no_issue_for", new { resource }) { Succeeded = false };

    private static Answer NoneOpen() => new("shared.no_issue_open", new { }) { Succeeded = false };
}
