using Helm.Conversation.Dialogs;
using Helm.Conversation.Direction.Issues;
using Helm.Conversation.Direction.Overviews;
using Helm.Conversation.Intents;
using Helm.Operations.Investigation;
using Helm.Operations.Issues;
using Helm.Operations.Monitoring;

namespace Helm.Conversation.Direction.Inventory;

/// <summary>Tells what the log of a resource says, lines of the same statement together, secrets taken out.</summary>
internal sealed class LogsHandler(
    IEnumerable<IEvidenceSource> sources, IDeploymentReader deployments, IIssueReader issues, KnownNames names, TimeProvider time) : IHandler
{
    private static readonly TimeSpan Usual = TimeSpan.FromHours(1);

    public string Intent => IntentNames.LogsQuery;

    public async Task<Answer> HandleAsync(CommandRequest request, CancellationToken cancellation)
    {
        var (command, place, now) = (request.Command, Place.Of(request.Command, names), time.GetUtcNow());
        var span = new Span(now - Usual, now);
        if (Span.IsSaid(command) && !Span.TryRead(request, now, out span))
        {
            return Span.Unclear(command);
        }

        var focus = await FocusAsync(request, cancellation);
        return (command.Text(Slots.Resource) ?? focus?.Resource.Name) is { } resource
            ? await OfAsync(command, LogsAnswer.Of(now, focus?.Environment ?? place.Environment, place.Assumed && focus is null, resource, command, span), cancellation)
            : Refusals.Missing(Slots.Resource, []);
    }

    private async Task<Answer> OfAsync(Command command, LogsAnswer asked, CancellationToken cancellation)
    {
        var here = (await deployments.ListAsync(cancellation)).Where(deployment => deployment.Environment == asked.Environment).ToList();
        return here.SelectMany(deployment => deployment.Resources).Any(one => string.Equals(one.Name, asked.Resource, StringComparison.OrdinalIgnoreCase))
            ? await ReadAsync(command, new(here, asked.From, asked.To), asked, cancellation)
            : new Answer("logs_query.no_resource", new { asked.Environment, asked.Resource }) { Succeeded = false };
    }

    private async Task<Answer> ReadAsync(Command command, EvidenceRequest request, LogsAnswer asked, CancellationToken cancellation)
    {
        var answers = await Task.WhenAll(sources.Select(source => source.ReadLogsAsync(request, asked.Resource, command.Text("query"), cancellation)));
        var told = asked.With(answers.SelectMany(part => part), Math.Clamp(command.Number(Slots.Count) ?? 5, 1, 20));
        return new Answer(told switch
        {
            { Total: > 0 } => "logs_query.lines",
            { Problem: not null } => "logs_query.unread",
            _ => "logs_query.none",
        }, told);
    }

    /// <summary>"Its logs": those of what the issue is about.</summary>
    private async Task<Issue?> FocusAsync(CommandRequest request, CancellationToken cancellation) =>
        (request.Command.Text(Slots.IssueId) ?? (request.Command.Text(Slots.Resource) is null ? request.Context.FocusIssue : null)) is { } id
            ? await issues.FindAsync(id, cancellation)
            : null;
}
