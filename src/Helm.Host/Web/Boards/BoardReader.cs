using Helm.Conversation.Dialogs;
using Helm.Conversation.Direction;
using Helm.Conversation.Direction.Overviews;
using Helm.Conversation.Intents;
using Helm.Host.Turns;
using Helm.Operations.People;

namespace Helm.Host.Web.Boards;

/// <summary>Puts a board together from the same answer that the dashboard is told with, so that no number differs.</summary>
internal sealed class BoardReader(ITurns turns, IssueViews issues, PlanViews plans, PageWording words)
{
    private const int MostHappened = 12;

    /// <summary>What this person may not see is told in a sentence.</summary>
    public async Task<Board> ReadAsync(string environment, Person person, CancellationToken cancellation)
    {
        var reply = await turns.RunAsync(Dashboard(environment), person, cancellation);
        return reply.Data is DashboardAnswer answer ? await BoardAsync(environment, answer, cancellation) : new(environment, reply.Text);
    }

    private static Command Dashboard(string environment) =>
        new(IntentNames.DashboardView, new Dictionary<string, object> { [Slots.Environment] = environment, [Slots.Format] = Formats.Text });

    private async Task<Board> BoardAsync(string environment, DashboardAnswer answer, CancellationToken cancellation)
    {
        var open = await issues.OfAsync(environment, cancellation);
        return new(environment, null)
        {
            Health = answer.OverallHealth,
            Domains = Domains(answer),
            IssueCount = answer.Issues.Total,
            Issues = open,
            Plans = await plans.OfAsync(environment, cancellation),
            Timeline = Timeline(open),
            Notices = answer.Notices,
            CheckedAt = answer.Domains.Max(domain => domain.CheckedAt),
        };
    }

    private DomainView Domain(DomainStatus domain)
    {
        var card = words.Card("page.domain", domain);
        return new(domain.Domain, card?.Title ?? domain.Domain, card?.Subtitle ?? domain.Status.ToString(), domain.Status, card?.Sections is [{ Facts: var facts }, ..] ? facts : []);
    }

    private List<DomainView> Domains(DashboardAnswer answer) => [.. answer.Domains.Select(Domain)];

    private static List<HappenedView> Timeline(IEnumerable<IssueView> views) =>
        [.. views.SelectMany(Happened).OrderByDescending(entry => entry.At).Take(MostHappened)];

    private static IEnumerable<HappenedView> Happened(IssueView view) =>
        view.Issue.Timeline.Select(entry => new HappenedView(entry.Timestamp, view.Issue.IssueId, entry.Event));
}
