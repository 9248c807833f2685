using Helm.Operations.Remediation.Plans;
using Microsoft.Extensions.Options;

namespace Helm.Operations.Remediation.Policy;

/// <summary>Which level a change needs: a function of what it is and where. The rules are tried from top to bottom.</summary>
public sealed class ApprovalPolicy(IOptions<RemediationOptions> options)
{
    /// <summary>No configuration allows these.</summary>
    public static IReadOnlyList<string> NeverAtAll { get; } = ["delete_resources", "modify_security_groups"];

    private static readonly string[] UsuallyAutomatic = ["restart_lambda", "clear_cache"];
    private static readonly string[] AlwaysAsk = ["scale_down", "stop"];

    private RemediationOptions Options => options.Value;

    private IReadOnlyList<Rule> Rules =>
    [
        new(ApprovalLevel.Never, asked => asked.Is(NeverAtAll)),
        new(ApprovalLevel.Never, asked => asked.Is(Options.Never)),
        new(ApprovalLevel.Challenge, asked => asked.Production && (asked.Is(AlwaysAsk) || asked.Is(Options.Confirm))),
        new(ApprovalLevel.Automatic, asked => asked.Production && asked.Is(Options.AutomaticInProduction)),
        new(ApprovalLevel.Challenge, asked => asked.Production),
        new(ApprovalLevel.Confirm, asked => asked.Is(AlwaysAsk) || asked.Is(Options.Confirm)),
        new(ApprovalLevel.Automatic, asked => asked.Is(Options.Automatic.Count > 0 ? Options.Automatic : UsuallyAutomatic)),
        new(ApprovalLevel.Confirm, _ => true),
    ];

    public bool IsProduction(string environment) =>
        (Options.ProductionEnvironments.Count > 0 ? Options.ProductionEnvironments : ["prod"])
            .Contains(environment, StringComparer.OrdinalIgnoreCase);

    public bool IsNever(string action) => new Asked([action], false).Is(NeverAtAll) || new Asked([action], false).Is(Options.Never);

    /// <param name="names">What the action is called and belongs to; any of them may be on a list.</param>
    public ApprovalLevel LevelOf(IReadOnlyCollection<string> names, string environment)
    {
        var asked = new Asked(names, IsProduction(environment));
        return Rules.First(rule => rule.Applies(asked)).Level;
    }

    private sealed record Rule(ApprovalLevel Level, Func<Asked, bool> Applies);

    private sealed record Asked(IReadOnlyCollection<string> Names, bool Production)
    {
        public bool Is(IEnumerable<string> listed) => listed.Any(one => Names.Contains(one, StringComparer.OrdinalIgnoreCase));
    }
}
