namespace Helm.Operations.Checks;

/// <summary>What a check on request came to.</summary>
public abstract record CheckNowResult
{
    private CheckNowResult()
    {
    }

    /// <summary>The check was made.</summary>
    public sealed record Checked(HealthReportDocument Report) : CheckNowResult;

    /// <summary>No deployment has this id.</summary>
    public sealed record UnknownDeployment(string DeploymentId) : CheckNowResult;

    /// <summary>The time was over first: health is unknown, and the report says why.</summary>
    public sealed record TimedOut(HealthReportDocument Report) : CheckNowResult;
}
