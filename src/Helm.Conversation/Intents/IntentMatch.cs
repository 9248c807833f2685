namespace Helm.Conversation.Intents;

/// <summary>What was understood of a sentence.</summary>
public sealed record IntentMatch
{
    public required string Intent { get; init; }

    /// <summary>What the sentence says, without defaults. Values are string, int, decimal or bool.</summary>
    public IReadOnlyDictionary<string, object> Entities { get; init; } = new Dictionary<string, object>();

    /// <summary>Names that were said and not understood; they are asked back, never widened.</summary>
    public IReadOnlyList<UnresolvedName> Unresolved { get; init; } = [];

    /// <summary>0 to 1.</summary>
    public double Score { get; init; } = 1;

    /// <summary>Which recogniser won: <c>exact</c>, <c>pattern</c>, …</summary>
    public string Recogniser { get; init; } = "";

    /// <summary>It changes the last request instead of standing alone; what is not said comes from there.</summary>
    public bool FollowsUp { get; init; }

    public static IntentMatch OutOfScope { get; } = new() { Intent = IntentNames.OutOfScope, Score = 0 };
}

/// <summary>Words in the place of a name that is not known, or that could be several.</summary>
/// <param name="Candidates">Empty when nothing is near; several when it is a near tie.</param>
public sealed record UnresolvedName(string Slot, string Words, IReadOnlyList<string> Candidates)
{
    /// <summary>Only the words around it say that it is a name.</summary>
    public bool ByPlace { get; init; }
}

/// <summary>The labels of the intents.</summary>
public static class IntentNames
{
    public const string StatusQuery = "status_query";
    public const string DashboardView = "dashboard_view";
    public const string IssuesList = "issues_list";
    public const string Investigate = "investigate";
    public const string Remediate = "remediate";
    public const string Escalate = "escalate";
    public const string Acknowledge = "acknowledge";
    public const string Audit = "audit";
    public const string MetricsQuery = "metrics_query";
    public const string LogsQuery = "logs_query";
    public const string DeploymentsList = "deployments_list";
    public const string Silence = "silence";
    public const string Promise = "promise";
    public const string OnCallQuery = "oncall_query";
    public const string History = "history";
    public const string ConfirmYes = "confirm_yes";
    public const string ConfirmNo = "confirm_no";
    public const string Correction = "correction";
    public const string Help = "help";
    public const string Repeat = "repeat";
    public const string Greeting = "greeting";
    public const string Thanks = "thanks";
    public const string Stop = "stop";
    public const string OutOfScope = "out_of_scope";
}
