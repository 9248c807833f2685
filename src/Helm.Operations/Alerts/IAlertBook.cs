namespace Helm.Operations.Alerts;

/// <summary>Keeps alerts, silences, and why what was not told was not told. Everything joins the transaction it is called in.</summary>
public interface IAlertBook
{
    /// <summary>The alert of a group that is not resolved.</summary>
    Task<Alert?> OpenOfAsync(string group, CancellationToken cancellation);

    /// <summary>The latest alert that an issue belongs to.</summary>
    Task<Alert?> LatestWithAsync(string issueId, CancellationToken cancellation);

    /// <summary>The latest first.</summary>
    Task<IReadOnlyList<Alert>> ListAsync(bool open, int top, CancellationToken cancellation);

    Task SaveAsync(Alert alert, CancellationToken cancellation);

    /// <summary>Kept when it differs from the latest of its issue, so that a list of them can be read.</summary>
    Task DecideAsync(AlertDecision decision, CancellationToken cancellation);

    /// <summary>The latest first.</summary>
    Task<IReadOnlyList<AlertDecision>> DecisionsAsync(string issueId, int top, CancellationToken cancellation);

    /// <summary>Those that are in force now or will be.</summary>
    Task<IReadOnlyList<Silence>> SilencesAsync(CancellationToken cancellation);

    /// <summary>Gives a new silence its id.</summary>
    Task<Silence> AddAsync(Silence silence, CancellationToken cancellation);

    Task EndAsync(string silenceId, DateTimeOffset at, CancellationToken cancellation);

    /// <summary>How often issues of the same fingerprint as this one have opened since a moment, and when first.</summary>
    Task<(int Count, DateTimeOffset? First)> OpeningsAsync(string issueId, DateTimeOffset since, CancellationToken cancellation);
}
