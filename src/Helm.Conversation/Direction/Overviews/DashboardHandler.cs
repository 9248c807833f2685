using Helm.Conversation.Dialogs;
using Helm.Conversation.Intents;
using Helm.Operations.Overviews;

namespace Helm.Conversation.Direction.Overviews;

/// <summary>Shows everything on one page.</summary>
internal sealed class DashboardHandler(IOverviewReader overviews, DashboardBuilder builder, KnownNames names) : IHandler
{
    private const int TopIssues = 3;

    public string Intent => IntentNames.DashboardView;

    public async Task<Answer> HandleAsync(CommandRequest request, CancellationToken cancellation)
    {
        var place = Place.Of(request.Command, names);
        var domain = request.Command.Text(Slots.Domain);
        var overview = await overviews.ReadAsync(place.Environment, domain, TopIssues, cancellation);

        return new Answer("dashboard_view.shown", builder.Build(overview, domain, place.Assumed))
        {
            Issues = [.. overview.TopIssues.Select(issue => issue.IssueId)],
            FocusIssue = overview.TopIssues is [var top, ..] ? top.IssueId : null,
        };
    }
}
