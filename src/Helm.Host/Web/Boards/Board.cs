using Helm.Conversation.Dialogs;
using Helm.Operations.Issues;
using Helm.Operations.Monitoring;

namespace Helm.Host.Web.Boards;

/// <summary>Everything at a glance, as the page shows it.</summary>
/// <param name="Problem">Why there is nothing to see, in a sentence; null when there is.</param>
public sealed record Board(string Environment, string? Problem)
{
    public Health Health { get; init; } = Health.Unknown;

    public IReadOnlyList<DomainView> Domains { get; init; } = [];

    public int IssueCount { get; init; }

    public IReadOnlyList<IssueView> Issues { get; init; } = [];

    public IReadOnlyList<PlanView> Plans { get; init; } = [];

    public IReadOnlyList<HappenedView> Timeline { get; init; } = [];

    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>Of the latest check of all domains; null before the first.</summary>
    public DateTimeOffset? CheckedAt { get; init; }
}

/// <summary>One domain on the page.</summary>
/// <param name="State">In a word.</param>
public sealed record DomainView(string Key, string Title, string State, Health Health, IReadOnlyList<CardFact> Facts);

/// <summary>One issue on the page.</summary>
/// <param name="Figures">What was measured, in sentences.</param>
/// <param name="Terms">How its priority came about.</param>
public sealed record IssueView(Issue Issue, string Figures, IReadOnlyList<PriorityTerm> Terms, Sparkline? Course);

/// <summary>A plan that waits for leave.</summary>
/// <param name="Hash">What an approval names: exactly what is shown here.</param>
public sealed record PlanView(string Id, string Hash, string? IssueId, IReadOnlyList<PlannedStep> Steps, DateTimeOffset ExpiresAt);

/// <summary>One change of a plan.</summary>
public sealed record PlannedStep(string Effect, IReadOnlyList<string> BlastRadius, string Risk, string Downtime);

/// <summary>Something that happened to an issue.</summary>
public sealed record HappenedView(DateTimeOffset At, string IssueId, string What);
