using Helm.Operations.People;
using Helm.Operations.Settings;

namespace Helm.Operations.Remediation.Policy;

/// <summary>What Helm may change, and who allows it; section <c>Helm:Remediation</c>.</summary>
public sealed class RemediationOptions
{
    public const string Section = "Helm:Remediation";

    /// <summary>Off until switched on: Helm changes nothing.</summary>
    public bool Enabled { get; set; }

    /// <summary>Whether what is on the automatic list also begins by itself when an issue opens, outside production.</summary>
    public bool AutoRemediate { get; set; }

    /// <summary>Where every change asks, with a challenge or a button. When empty: prod.</summary>
    public IList<string> ProductionEnvironments { get; init; } = [];

    /// <summary>Actions that need nobody outside production. When empty: restart_lambda, clear_cache.</summary>
    public IList<string> Automatic { get; init; } = [];

    /// <summary>Actions that ask, also where another list would let them run.</summary>
    public IList<string> Confirm { get; init; } = [];

    /// <summary>Actions that Helm refuses beside delete_resources and modify_security_groups, which it always does.</summary>
    public IList<string> Never { get; init; } = [];

    /// <summary>Actions that need nobody even in production.</summary>
    public IList<string> AutomaticInProduction { get; init; } = [];

    /// <summary>The least role that allows a change in production.</summary>
    public Role ApproverRole { get; set; } = Role.Approver;

    /// <summary>The least role that confirms a change elsewhere.</summary>
    public Role ConfirmRole { get; set; } = Role.Operator;

    /// <summary>Production needs two people; the second never by voice.</summary>
    public bool SecondPerson { get; set; }

    /// <summary>How long a proposal may be approved.</summary>
    public Duration PlanLifetime { get; set; } = Duration.FromMinutes(10);

    /// <summary>How often a change under way is looked at.</summary>
    public Duration LookInterval { get; set; } = Duration.FromSeconds(5);

    /// <summary>How long after an attempt that left no trace it is still looked for before Helm says what became of it.</summary>
    public Duration Settle { get; set; } = Duration.FromSeconds(30);

    /// <summary>How long a change may take to be in effect.</summary>
    public Duration ApplyWithin { get; set; } = Duration.FromMinutes(15);

    /// <summary>How much time after the change has to be measured at least.</summary>
    public Duration VerifyOver { get; set; } = Duration.FromMinutes(1);

    /// <summary>How long after the change the indicator may take to be well again.</summary>
    public Duration VerifyWithin { get; set; } = Duration.FromMinutes(5);

    /// <summary>Whether what did not help is taken back.</summary>
    public bool UndoOnFailure { get; set; } = true;

    /// <summary>How long after a mend that did not help nothing is done by itself about the same issue.</summary>
    public Duration Cooldown { get; set; } = Duration.FromMinutes(10);

    /// <summary>After so many mends of an issue that did not help, Helm proposes none any more and says to escalate.</summary>
    public int MostIneffective { get; set; } = 3;

    /// <summary>Where every action is also written for people to read; empty for nowhere.</summary>
    public string RunLog { get; set; } = "memory/run_log.md";
}
