using Helm.Operations.Settings;

namespace Helm.Domains.Cloud.Accounts;

/// <summary>How Helm reaches AWS and what it expects there; section <c>Helm:Cloud</c>.</summary>
public sealed class CloudOptions
{
    public const string Section = "Helm:Cloud";

    /// <summary>Off until switched on: Helm asks AWS nothing unless told to.</summary>
    public bool Enabled { get; set; }

    /// <summary>One address for all services, for the practice cloud; empty for AWS itself.</summary>
    public string EndpointUrl { get; set; } = "";

    /// <summary>The folder with the creating side's <c>aws-credentials.json</c> and <c>environments.json</c>.</summary>
    public string SharedFolder { get; set; } = ".fractary/shared";

    /// <summary>How far back a check looks.</summary>
    public Duration Window { get; set; } = Duration.FromMinutes(5);

    /// <summary>The length of one data point: 1s, 5s, 10s, 30s or whole minutes, as CloudWatch has them.</summary>
    public Duration Period { get; set; } = Duration.FromMinutes(1);

    /// <summary>How long one attempt of a call may take before it is given up.</summary>
    public Duration CallTimeout { get; set; } = Duration.FromSeconds(20);

    /// <summary>Keeps every call within the rate that AWS documents.</summary>
    public bool KeepDocumentedRates { get; set; } = true;

    /// <summary>The CloudWatch namespace in which application services report.</summary>
    public string ServiceNamespace { get; set; } = "Company/Services";

    /// <summary>Where the domain infrastructure escalates to; empty for slack-ops and pagerduty-infra.</summary>
    public IList<string> EscalationChannels { get; } = [];

    /// <summary>Where the domain application escalates to; empty for slack-dev and pagerduty-app.</summary>
    public IList<string> ServiceEscalationChannels { get; } = [];

    /// <summary>By environment: prod, staging…</summary>
    public IDictionary<string, CloudEnvironmentOptions> Environments { get; } =
        new Dictionary<string, CloudEnvironmentOptions>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Service level objectives by resource type, named as in the documents: <c>Slos:lambda:error_rate_percent</c>.</summary>
    public IDictionary<string, Dictionary<string, decimal>> Slos { get; } =
        new Dictionary<string, Dictionary<string, decimal>>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Limits that are no promise to anybody: <c>Thresholds:rds:cpu_percent</c>.</summary>
    public IDictionary<string, Dictionary<string, decimal>> Thresholds { get; } =
        new Dictionary<string, Dictionary<string, decimal>>(StringComparer.OrdinalIgnoreCase);
}

/// <summary>Where an environment lives and who asks there.</summary>
public sealed class CloudEnvironmentOptions
{
    /// <summary>Twelve digits; Helm asks nothing of another account.</summary>
    public string Account { get; set; } = "";

    public string Region { get; set; } = "";

    /// <summary>A profile of the AWS configuration files; empty for the default chain.</summary>
    public string Profile { get; set; } = "";

    /// <summary>The ARN of a role to assume with these credentials.</summary>
    public string Role { get; set; } = "";

    public string ExternalId { get; set; } = "";

    /// <summary>The ARN of the role that changes are made as, assumed with these credentials; empty where Helm changes nothing.</summary>
    public string RemediatorRole { get; set; } = "";

    /// <summary>Only by reference, <c>env:NAME</c> or <c>file:PATH</c>; with <see cref="SecretAccessKey"/>, instead of a profile.</summary>
    public string AccessKeyId { get; set; } = "";

    public string SecretAccessKey { get; set; } = "";

    public string SessionToken { get; set; } = "";
}
