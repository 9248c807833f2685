using Helm.Operations.Issues;
using Helm.Operations.Monitoring;
using Helm.Operations.Overviews;

namespace Helm.Conversation.Tests.Direction;

/// <summary>Production as in the specification's dashboard: twelve resources, three services, content; infra-001 for 23 minutes.</summary>
internal static class Example
{
    public static DateTimeOffset Now { get; } = new(2025, 11, 3, 10, 45, 0, TimeSpan.Zero);

    public static Issue LambdaErrors { get; } = Issue("infra-001", "infrastructure", Severity.Critical, 870, "API Lambda error rate SLO breach") with
    {
        Resource = new("lambda", "api-lambda", "arn:aws:lambda:us-east-1:123456789:function:api-lambda", "deploy-12345"),
        Summary = new(
            "API Lambda error rate SLO breach",
            "Error rate 5.2% exceeds SLO target of 0.1%",
            ["High error rate (5.2%)", "Increased latency (P95: 5000ms)", "Database connection timeouts"]),
        Impact = new()
        {
            UsersAffected = UsersAffected.All,
            RequestsAffected = 65,
            RequestsTotal = 1250,
            SloBreach = true,
            SloMetric = "error_rate",
            SloTarget = 0.1m,
            SloCurrent = 5.2m,
            BusinessImpact = "API unavailable for 5% of requests",
        },
        Timeline =
        [
            new(At(22), "Traffic spike detected (+300%)"),
            new(At(23), "Connection errors start appearing"),
            new(At(25), "Error rate exceeds SLO (5.2%)"),
            new(At(27), "Issue registered in Helm"),
        ],
    };

    public static Issue CacheHits { get; } = Issue("infra-002", "infrastructure", Severity.Medium, 245, "CloudFront cache hit rate low") with
    {
        Resource = new("cloudfront", "cloudfront", null, "deploy-12345"),
        Impact = new()
        {
            SloMetric = "cache_hit_rate",
            SloTarget = 80,
            SloCurrent = 65,
            BusinessImpact = "degraded: higher origin load, slower responses",
        },
    };

    public static Issue Engagement { get; } = Issue("content-001", "content", Severity.Medium, 180, "Content engagement declining") with
    {
        Resource = new("site", "website", null, "deploy-3"),
        Impact = new() { BusinessImpact = "5% drop in page views" },
    };

    public static DomainRegistration Infrastructure { get; } =
        new() { Domain = "infrastructure", Plugin = "fractary-helm-cloud", Version = "1.0.0", Manager = "ops-manager", IssuePrefix = "infra" };

    public static DomainRegistration Application { get; } = new()
    {
        Domain = "application",
        Plugin = "fractary-helm-app",
        Version = "1.5.0",
        Manager = "app-monitor",
        IssuePrefix = "app",
        UnitName = "services",
    };

    public static DomainRegistration Content { get; } =
        new() { Domain = "content", Plugin = "fractary-helm-content", Version = "1.0.0", Manager = "content-monitor", IssuePrefix = "content" };

    public static Overview Troubled { get; } = new()
    {
        Timestamp = Now,
        Environment = "prod",
        Domains =
        [
            new()
            {
                Registration = Infrastructure,
                Resources = [Lambda, .. Healthy(11, "rds", "store")],
                Alarms = new(10, 1, 1),
                CheckedAt = Now,
                TopIssue = "infra-001",
            },
            new() { Registration = Application, Resources = Services, CheckedAt = Now },
            new()
            {
                Registration = Content,
                Resources = [Resource("cloudfront", "cdn", Seen("cache_hit_rate", Health.Degraded, 65, 80))],
                CheckedAt = Now,
                TopIssue = "content-001",
            },
        ],
        Issues = new(3, 1, 0, 2, 0),
        TopIssues = [LambdaErrors, CacheHits, Engagement],
    };

    public static Overview Well { get; } = Troubled with
    {
        Domains =
        [
            new() { Registration = Infrastructure, Resources = [.. Healthy(12, "rds", "store")], Alarms = new(12, 0, 0), CheckedAt = Now },
            new() { Registration = Application, Resources = Services, CheckedAt = Now },
        ],
        Issues = new(0, 0, 0, 0, 0),
        TopIssues = [],
    };

    public static Overview Unseen { get; } = Well with
    {
        Domains =
        [
            new()
            {
                Registration = Infrastructure,
                Resources = [new() { Resource = new("lambda", "api-lambda"), Health = Health.Unknown }],
            },
        ],
    };

    public static Overview Empty { get; } = Well with { Domains = [] };

    private static ResourceHealth Lambda => Resource(
        "lambda",
        "api-lambda",
        Seen("error_rate", Health.Degraded, 5.2m, 0.1m) with { SloBreach = true, RequestsAffected = 65, RequestsTotal = 1250, Unit = "%" });

    private static ResourceHealth[] Services =>
    [
        .. Healthy(2, "service", "worker"),
        new()
        {
            Resource = new("service", "web"),
            Health = Health.Healthy,
            Metrics = new Dictionary<string, decimal?> { ["p95_latency"] = 119.7m, ["error_rate"] = 0.0204m, ["memory"] = null },
        },
    ];

    public static Deployment Deployment(string environment) => new()
    {
        Id = $"deploy-{environment}",
        Domain = "infrastructure",
        Environment = environment,
        DeployedAt = Now.AddHours(-2),
        DeployedBy = "faber-workflow-1",
        Resources = [new("lambda", "api-lambda"), new("rds", "primary-db")],
    };

    private static Observation Seen(string indicator, Health health, decimal value, decimal target) => new()
    {
        Indicator = indicator,
        Health = health,
        Value = value,
        Target = target,
        WindowStart = Now.AddMinutes(-5),
        WindowEnd = Now,
    };

    private static ResourceHealth Resource(string type, string name, Observation observation) => new()
    {
        Resource = new(type, name),
        Health = observation.Health,
        Metrics = new Dictionary<string, decimal?> { [observation.Indicator] = observation.Value, ["connections"] = null },
        Observations = [observation],
    };

    private static IEnumerable<ResourceHealth> Healthy(int count, string type, string name) =>
        Enumerable.Range(1, count).Select(number => new ResourceHealth { Resource = new(type, $"{name}-{number}"), Health = Health.Healthy });

    private static DateTimeOffset At(int minute) => new(2025, 11, 3, 10, minute, 0, TimeSpan.Zero);

    private static Issue Issue(string id, string domain, string severity, int priority, string title) => new()
    {
        IssueId = id,
        Domain = domain,
        Environment = "prod",
        Severity = severity,
        Priority = priority,
        Status = IssueStatus.Active,
        Detection = new(At(22), "helm-cloud:ops-monitor", "health-check"),
        Resource = new("lambda", "api-lambda", null, null),
        Summary = new(title, title, []),
        Impact = new(),
        Metadata = new() { CreatedAt = At(27), UpdatedAt = At(30) },
    };
}
