using Helm.Operations.Settings;

namespace Helm.Operations.Alerts;

/// <summary>Who is told what; section <c>Helm:Alerting</c>.</summary>
public sealed class AlertingOptions
{
    public const string Section = "Helm:Alerting";

    public bool Enabled { get; set; }

    /// <summary>The destinations of what no rule names others for.</summary>
    public IList<string> Channels { get; } = [];

    /// <summary>The severities that are told where there are no rules. Empty for critical and high, and for machines and containers whose CPU, memory or disk is over its threshold.</summary>
    public IList<string> AlertOn { get; } = [];

    /// <summary>The least time between two alerts about the same incident.</summary>
    public Duration Throttle { get; set; } = Duration.FromMinutes(15);

    /// <summary>An incident that nobody acknowledges is told again after this time.</summary>
    public Duration Repeat { get; set; } = TimeSpan.FromHours(4);

    /// <summary>What rules call a destination: <c>slack-ops</c>.</summary>
    public IDictionary<string, Destination> Destinations { get; } = new Dictionary<string, Destination>(StringComparer.Ordinal);

    public IList<AlertRule> Rules { get; } = [];

    public IList<InhibitRule> Inhibit { get; } = [];

    /// <summary>Empty for the table of 14.4, 6, 3 and 1; used with <see cref="AlertOnBurnRates"/>.</summary>
    public IList<BurnRate> BurnRates { get; } = [];

    /// <summary>Whether error budgets that burn fast are told beside what the rules say.</summary>
    public bool AlertOnBurnRates { get; set; } = true;
}

/// <summary>A place that messages go to.</summary>
public sealed class Destination
{
    /// <summary>The channel that sends: <c>slack</c>, <c>pagerduty</c>, <c>email</c>, <c>webhook</c>.</summary>
    public string Channel { get; set; } = "";

    /// <summary>Where to, as that channel understands it.</summary>
    public string Address { get; set; } = "";
}

/// <summary>Which issues are told to whom.</summary>
public sealed class AlertRule
{
    public string Name { get; set; } = "";

    public string Condition { get; set; } = "";

    /// <summary>Empty for the default destinations.</summary>
    public IList<string> Channels { get; } = [];
}

/// <summary>While an alert of the source is open, the target is not told.</summary>
public sealed class InhibitRule
{
    public string Name { get; set; } = "";

    public string Source { get; set; } = "";

    public string Target { get; set; } = "";

    /// <summary>The names that must be the same of both: <c>environment</c>.</summary>
    public IList<string> Equal { get; } = [];
}

/// <summary>How fast an error budget may burn over two windows, before it is told.</summary>
public sealed class BurnRate
{
    public decimal Factor { get; set; }

    public Duration Long { get; set; }

    /// <summary>So that what is over is not told any more.</summary>
    public Duration Short { get; set; }
}
