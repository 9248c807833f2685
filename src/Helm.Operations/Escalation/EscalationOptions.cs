using Helm.Operations.Settings;

namespace Helm.Operations.Escalation;

/// <summary>What is handed to developers, by itself or when asked; section <c>Helm:Escalation</c>.</summary>
public sealed class EscalationOptions
{
    public const string Section = "Helm:Escalation";

    /// <summary>Whether rules hand issues over by themselves; when asked, Helm does it as soon as a tracker is connected.</summary>
    public bool Automatic { get; set; }

    public IList<EscalationRule> Rules { get; } = [];

    /// <summary>Who a rule's team is in the tracker: <c>on-call-team</c> → <c>octocat</c>.</summary>
    public IDictionary<string, string> Assignees { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>How often a work item is looked at where the tracker's webhook does not come.</summary>
    public Duration PollInterval { get; set; } = Duration.FromMinutes(5);

    /// <summary>How long after a work item was closed its resource may take to be healthy.</summary>
    public Duration VerifyWithin { get; set; } = Duration.FromMinutes(15);

    /// <summary>Between two looks of a verification.</summary>
    public Duration VerifyInterval { get; set; } = Duration.FromMinutes(1);
}

/// <summary>Which issues are handed over by themselves.</summary>
public sealed class EscalationRule
{
    public string Name { get; set; } = "";

    public string Condition { get; set; } = "";

    /// <summary>high, medium or low; empty for what the severity says.</summary>
    public string Priority { get; set; } = "";

    public IList<string> Labels { get; } = [];

    /// <summary>A name of <see cref="EscalationOptions.Assignees"/>.</summary>
    public string AssignTo { get; set; } = "";
}
