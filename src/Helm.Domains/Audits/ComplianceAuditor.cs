using Helm.Domains.Cloud.Accounts;
using Helm.Domains.Cloud.Checks;
using Helm.Domains.Cloud.Config;
using Helm.Domains.Cloud.Wire;
using Helm.Operations.Audits;

namespace Helm.Domains.Audits;

/// <summary>Which rules an account keeps, by AWS Config.</summary>
internal sealed class ComplianceAuditor(CloudConnections connections, PassBook book) : IAuditor
{
    private const int MostNamed = 500;

    private readonly AccountAudit _audit = new(connections, book);

    public AuditType Type => AuditType.Compliance;

    public Task<AuditFindings> AuditAsync(AuditRequest request, Action<string> note, CancellationToken cancellation) =>
        _audit.RunAsync(request, async (account, parts, stop) =>
        {
            note("reading rules");
            var rules = await parts.ReadAsync("rules", () => RulesAsync(account.Connection.Config, stop));
            return new(null, []) { Compliance = rules is null ? null : await SectionAsync(account.Connection.Config, rules, parts, note, stop) };
        }, cancellation);

    /// <summary>Without a recorder Config answers with no rules, which would look like perfect order.</summary>
    private static async Task<IReadOnlyList<RuleCompliance>> RulesAsync(ConfigClient config, CancellationToken cancellation)
    {
        if (!await config.IsRecordingAsync(cancellation))
        {
            throw new CloudException(CloudFaultKind.Refused, NotEnabled.Silent, "AWS Config records nothing in this account and region.")
            {
                Action = AwsService.Config.ActionOf("DescribeConfigurationRecorderStatus"),
            };
        }

        var rules = new List<RuleCompliance>();
        await foreach (var rule in config.DescribeComplianceByConfigRuleAsync(cancellation))
        {
            rules.Add(rule);
        }

        return rules;
    }

    private static async Task<ComplianceSection> SectionAsync(
        ConfigClient config, IReadOnlyList<RuleCompliance> rules, PartBook parts, Action<string> note, CancellationToken cancellation)
    {
        var broken = new List<BrokenRule>();
        var names = rules.Where(rule => rule.Compliance?.ComplianceType == "NON_COMPLIANT").Select(rule => rule.ConfigRuleName).ToList();
        CloudException? refused = null;
        foreach (var name in names)
        {
            note($"reading what breaks rule {broken.Count + 1} of {names.Count}");
            broken.Add(refused is null ? await BrokenAsync(config, name, fault => refused = fault, cancellation) : new(name, 1, []));
        }

        if (refused is not null)
        {
            parts.Note("details", refused);
        }

        return ComplianceSection.Of(
            rules.Count(rule => rule.Compliance?.ComplianceType == "COMPLIANT"), rules.Count(rule => rule.Compliance?.ComplianceType is not ("COMPLIANT" or "NON_COMPLIANT")), broken);
    }

    /// <summary>A rule that is broken counts as broken by one, when its resources may not be read.</summary>
    private static async Task<BrokenRule> BrokenAsync(ConfigClient config, string rule, Action<CloudException> refused, CancellationToken cancellation)
    {
        var (named, total) = (new List<Violation>(), 0);
        try
        {
            await foreach (var one in config.GetViolationsAsync(rule, cancellation))
            {
                total++;
                if (named.Count < MostNamed && one.EvaluationResultIdentifier?.EvaluationResultQualifier is { } of)
                {
                    named.Add(new(of.ResourceType ?? "", of.ResourceId ?? "", one.Annotation));
                }
            }
        }
        catch (CloudException fault)
        {
            refused(fault);
        }

        return new(rule, Math.Max(1, total), named);
    }
}
