using Helm.Conversation.Dialogs;
using Helm.Conversation.Intents;
using Helm.Operations.Monitoring;
using Helm.Operations.Overviews;

namespace Helm.Conversation.Direction.Overviews;

/// <summary>Tells how an environment, a domain or a resource is.</summary>
internal sealed class StatusHandler(
    IOverviewReader overviews, DashboardBuilder builder, ResourceStatus resources, KnownNames names, Abilities abilities) : IHandler
{
    private const int TopIssues = 3;

    public string Intent => IntentNames.StatusQuery;

    public async Task<Answer> HandleAsync(CommandRequest request, CancellationToken cancellation)
    {
        var place = Place.Of(request.Command, names);
        var domain = request.Command.Text(Slots.Domain);
        if (request.Command.Text(Slots.Resource) is { } resource)
        {
            return await resources.TellAsync(resource, domain, place, cancellation);
        }

        var overview = await overviews.ReadAsync(place.Environment, domain, TopIssues, cancellation);
        var top = overview.TopIssues is [var first, ..] ? first : null;

        return new Answer(Wording(overview.Health), builder.Build(overview, domain, place.Assumed))
        {
            Issues = [.. overview.TopIssues.Select(issue => issue.IssueId)],
            FocusIssue = top?.IssueId,
            Question = top is not null && abilities.AboutAnIssue is [_, ..] offers ? new("offer", offers) : null,
        };
    }

    private static string Wording(Health health) => health switch
    {
        Health.Healthy => "status_query.healthy",
        Health.Unknown => "status_query.unknown",
        _ => "status_query.troubled",
    };
}
