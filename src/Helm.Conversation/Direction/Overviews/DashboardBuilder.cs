using Helm.Conversation.Intents;
using Helm.Operations.Budget;
using Helm.Operations.Overviews;
using Microsoft.Extensions.Options;

namespace Helm.Conversation.Direction.Overviews;

/// <summary>Turns an overview into the answer that all renderings are made from.</summary>
internal sealed class DashboardBuilder(Abilities abilities, IOptions<DashboardOptions> options)
{
    public DashboardAnswer Build(Overview overview, string? domain, bool assumed) => new()
    {
        Timestamp = overview.Timestamp,
        Environment = overview.Environment,
        OverallHealth = overview.Health,
        Domains = [.. overview.Domains.Select(DomainLines.Of)],
        Issues = IssueBoard.Of(overview.Issues, overview.TopIssues, overview.Timestamp) with { Actions = abilities.AboutAnIssue },
        QuickActions = Actions(overview, domain),
        Summary = DomainLines.Count(overview.Domains.SelectMany(one => one.Resources)),
        Notices = overview.Notices,
        Cost = Cost(overview.Cost),
        EnvironmentAssumed = assumed,
        Domain = domain,
    };

    private static WatchCost? Cost(BudgetState? state) => state is { LatestPass: { } pass }
        ? new(Price(pass), state.ProjectedMonth is { } month ? decimal.Round(month, 2) : null, Price(state.SpentThisMonth), state.MonthlyBudget)
        : null;

    /// <summary>A pass over a few resources costs a fraction of a cent.</summary>
    private static decimal Price(decimal dollars) => decimal.Round(dollars, 4);

    private List<QuickAction> Actions(Overview overview, string? domain)
    {
        var actions = new List<QuickAction>();
        if (overview.TopIssues is [var top, ..])
        {
            actions.AddRange(abilities.AboutAnIssue.Select(intent => About(intent, top.IssueId)));
        }

        if (overview.Issues.Total > 0)
        {
            actions.Add(new("/helm:issues --top 10", "View more issues"));
        }

        if (domain is null && overview.Domains is [_, _, ..])
        {
            var worst = overview.Domains.MaxBy(one => one.Health)!.Registration.Domain;
            actions.Add(new($"/helm:dashboard --domain={worst}", "Filter by domain"));
        }

        return actions;
    }

    private QuickAction About(string intent, string issue) => intent switch
    {
        IntentNames.Remediate => new($"/helm:remediate {issue}", "Apply immediate fix"),
        IntentNames.Escalate => new($"/helm:escalate {issue}", $"Create {options.Value.CreatorName} work item"),
        _ => new($"/helm:investigate {issue}", "Investigate top issue"),
    };
}
