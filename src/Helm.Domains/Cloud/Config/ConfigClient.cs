using System.Runtime.CompilerServices;
using System.Text.Json;
using Helm.Domains.Cloud.Wire;

namespace Helm.Domains.Cloud.Config;

/// <summary>AWS Config: rules and what breaks them.</summary>
internal sealed class ConfigClient(AwsClient aws)
{
    /// <summary>False where nothing is recorded: AWS Config is not switched on in this region.</summary>
    public async Task<bool> IsRecordingAsync(CancellationToken cancellation)
    {
        var answer = await aws.SendAsync(
            AwsService.Config.Json("DescribeConfigurationRecorderStatus", _ => { }), reply => reply.Json<RecorderList>(), cancellation);
        return (answer.ConfigurationRecordersStatus ?? []).Any(recorder => recorder.Recording);
    }

    /// <summary>Every rule and whether it is kept, page after page.</summary>
    public IAsyncEnumerable<RuleCompliance> DescribeComplianceByConfigRuleAsync(CancellationToken cancellation) =>
        PagesAsync<RulePage, RuleCompliance>(
            "DescribeComplianceByConfigRule", _ => { }, page => (page.ComplianceByConfigRules, page.NextToken), cancellation);

    /// <summary>The resources that break a rule, page after page.</summary>
    public IAsyncEnumerable<RuleEvaluation> GetViolationsAsync(string rule, CancellationToken cancellation) =>
        PagesAsync<EvaluationPage, RuleEvaluation>(
            "GetComplianceDetailsByConfigRule",
            json =>
            {
                json.WriteString("ConfigRuleName", rule);
                json.WriteStrings("ComplianceTypes", ["NON_COMPLIANT"]);
                json.WriteNumber("Limit", 100);
            },
            page => (page.EvaluationResults, page.NextToken),
            cancellation);

    private async IAsyncEnumerable<TItem> PagesAsync<TPage, TItem>(
        string operation,
        Action<Utf8JsonWriter> members,
        Func<TPage, (IReadOnlyList<TItem>? Items, string? Next)> read,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        string? token = null;
        do
        {
            var sent = token;
            var (items, next) = await aws.SendAsync(
                AwsService.Config.Json(operation, json =>
                {
                    members(json);
                    json.WriteOptional("NextToken", sent);
                }),
                reply => read(reply.Json<TPage>()),
                cancellation);
            foreach (var item in items ?? [])
            {
                yield return item;
            }

            token = next;
        }
        while (!string.IsNullOrEmpty(token));
    }

    private sealed record RecorderList(IReadOnlyList<RecorderStatus>? ConfigurationRecordersStatus);

    private sealed record RecorderStatus(string? Name, bool Recording);

    private sealed record RulePage(IReadOnlyList<RuleCompliance>? ComplianceByConfigRules, string? NextToken);

    private sealed record EvaluationPage(IReadOnlyList<RuleEvaluation>? EvaluationResults, string? NextToken);
}

/// <summary>A rule: COMPLIANT, NON_COMPLIANT, NOT_APPLICABLE or INSUFFICIENT_DATA.</summary>
internal sealed record RuleCompliance(string ConfigRuleName, ComplianceOfRule? Compliance);

/// <summary>Whether a rule is kept.</summary>
internal sealed record ComplianceOfRule(string? ComplianceType);

/// <summary>How one resource stands to a rule.</summary>
internal sealed record RuleEvaluation(EvaluationIdentifier? EvaluationResultIdentifier, string? Annotation);

/// <summary>Of what an evaluation is.</summary>
internal sealed record EvaluationIdentifier(EvaluationQualifier? EvaluationResultQualifier);

/// <summary>The resource of an evaluation.</summary>
internal sealed record EvaluationQualifier(string? ResourceType, string? ResourceId);
