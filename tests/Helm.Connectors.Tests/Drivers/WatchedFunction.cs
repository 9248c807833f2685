using Helm.Operations.Monitoring;

namespace Helm.Connectors.Tests.Drivers;

/// <summary>A function whose error rate a test sets.</summary>
internal sealed class WatchedFunction : IDomainMonitor
{
    public static Deployment Deployment { get; } = new()
    {
        Id = "deploy-1",
        Domain = "infrastructure",
        Environment = "prod",
        DeployedAt = new DateTimeOffset(2025, 11, 1, 0, 0, 0, TimeSpan.Zero),
        Resources = [new("lambda", "api-lambda")],
    };

    public decimal ErrorRate { get; set; } = 5.2m;

    public SettableClock Clock { get; set; } = new();

    public DomainRegistration Registration { get; } = new()
    {
        Domain = "infrastructure",
        Plugin = "fractary-helm-cloud",
        Version = "1.0.0",
        Manager = "ops-manager",
        IssuePrefix = "infra",
    };

    public Task<IReadOnlyList<HealthReport>> CheckAsync(IReadOnlyList<Deployment> deployments, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<HealthReport>>([.. deployments.Select(Report)]);

    public Task<IReadOnlySet<string>> AlarmedAsync(IReadOnlyList<Deployment> deployments, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlySet<string>>(new HashSet<string>());

    private HealthReport Report(Deployment deployment)
    {
        var now = Clock.GetUtcNow();
        var health = ErrorRate > 0.1m ? Health.Degraded : Health.Healthy;
        return new()
        {
            Timestamp = now,
            DeploymentId = deployment.Id,
            Domain = deployment.Domain,
            Environment = deployment.Environment,
            Resources =
            [
                new()
                {
                    Resource = deployment.Resources[0],
                    Health = health,
                    Metrics = new Dictionary<string, decimal?> { ["error_rate"] = ErrorRate },
                    Observations =
                    [
                        new()
                        {
                            Indicator = "error_rate",
                            Health = health,
                            Value = ErrorRate,
                            Target = 0.1m,
                            Unit = "%",
                            SloBreach = ErrorRate > 0.1m,
                            BurnRate = ErrorRate / 0.1m,
                            RequestsAffected = (long)(1250 * ErrorRate / 100),
                            RequestsTotal = 1250,
                            WindowStart = now.AddMinutes(-5),
                            WindowEnd = now,
                        },
                    ],
                },
            ],
        };
    }
}
