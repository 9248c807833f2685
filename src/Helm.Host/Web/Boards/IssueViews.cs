using Helm.Conversation.Direction.Overviews;
using Helm.Operations.Checks;
using Helm.Operations.Issues;

namespace Helm.Host.Web.Boards;

/// <summary>Shows issues with what was measured, how urgent they are and why, and how it came.</summary>
internal sealed class IssueViews(IIssueReader issues, IReportReader reports, PageWording words, TimeProvider time)
{
    private const int MostIssues = 8;

    private static readonly TimeSpan Before = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    public async Task<IReadOnlyList<IssueView>> OfAsync(string environment, CancellationToken cancellation)
    {
        var views = new List<IssueView>();
        foreach (var issue in await issues.ListAsync(new() { Environment = environment, Top = MostIssues }, cancellation))
        {
            views.Add(new(
                issue,
                words.Text("page.issue", IssueLine.Of(issue, time.GetUtcNow())),
                Prioritizer.Explain(issue, time.GetUtcNow()).Terms,
                await CourseAsync(issue, cancellation)));
        }

        return views;
    }

    private async Task<Sparkline?> CourseAsync(Issue issue, CancellationToken cancellation)
    {
        if (issue.Impact.SloMetric is not { } indicator)
        {
            return null;
        }

        var (now, begin) = (time.GetUtcNow(), issue.Detection.DetectedAt - Before);
        var values = await reports.HistoryAsync(
            new(issue.Environment, issue.Domain, issue.Resource.Name, indicator), begin > now - Longest ? begin : now - Longest, cancellation);
        return values.Count < 2 ? null : Sparkline.Of(values, issue.Impact.SloTarget, Label(issue, indicator, values));
    }

    private string Label(Issue issue, string indicator, IReadOnlyList<MeasuredValue> values) => words.Text("page.course", new
    {
        Indicator = indicator,
        Minutes = (int)Math.Max(1, Math.Round((values[^1].At - values[0].At).TotalMinutes)),
        First = Rounded(values[0].Value),
        Last = Rounded(values[^1].Value),
        Most = Rounded(values.Max(value => value.Value)),
        Target = issue.Impact.SloTarget is { } target ? Rounded(target) : (decimal?)null,
    });

    private static decimal Rounded(decimal value) => decimal.Round(value, 2);
}
