namespace Helm.Operations.Checks;

/// <summary>Which checks are due, and who is at them; kept in the database, so that several hosts double nothing.</summary>
public interface ICheckClaims
{
    /// <summary>Claims all deployments that are due and that nobody else is at.</summary>
    Task<IReadOnlyList<CheckClaim>> ClaimDueAsync(TimeSpan lease, CancellationToken cancellation);

    /// <summary>Claims one subject whether due or not; null while somebody else is at it or when it is not scheduled.</summary>
    Task<CheckClaim?> ClaimAsync(string subject, TimeSpan lease, CancellationToken cancellation);

    /// <summary>Claims a recurring duty when it is due, and writes down when it is due again; false otherwise.</summary>
    Task<bool> TakeTurnAsync(string duty, TimeSpan interval, CancellationToken cancellation);

    /// <summary>Extends the lease of everything claimed under one token.</summary>
    Task RenewAsync(string token, TimeSpan lease, CancellationToken cancellation);

    /// <summary>Gives back what was not done; it stays due.</summary>
    Task ReleaseAsync(string token, CancellationToken cancellation);

    /// <summary>Makes deployments due at once.</summary>
    Task HastenAsync(IReadOnlyCollection<string> deploymentIds, CancellationToken cancellation);
}

/// <summary>The right to check one deployment until the lease ends.</summary>
/// <param name="Token">Of the pass; never used twice.</param>
public sealed record CheckClaim(string DeploymentId, string Token);
