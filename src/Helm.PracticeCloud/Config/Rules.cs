using Helm.PracticeCloud.Company;
using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.Config;

/// <summary>What AWS Config says of rules, twenty-five a page, and of the resources behind one.</summary>
internal static class Rules
{
    private const int RulesPerPage = 25;
    private const int MostCounted = 25;
    private const string BadToken = "InvalidNextTokenException";

    /// <summary>An account without rules was never given a recorder: Config is not switched on.</summary>
    public static void Recorders(AwsCall call, AnswerWriter answer) =>
        answer.List("ConfigurationRecordersStatus", "member", call.Estate.ConfigRules.Count > 0 ? ["default"] : Array.Empty<string>(), name =>
        {
            answer.Text("name", name);
            answer.Flag("recording", true);
            answer.Text("lastStatus", "SUCCESS");
        });

    public static void Compliance(AwsCall call, AnswerWriter answer)
    {
        var names = call.Input.Texts("ConfigRuleNames");
        var unknown = names.FirstOrDefault(name => !call.Estate.ConfigRules.ContainsKey(name));
        if (unknown is not null)
        {
            throw NoSuchRule(unknown);
        }

        var types = call.Input.Texts("ComplianceTypes");
        var rules = call.Estate.ConfigRules.Values.Where(rule =>
            (names.Count == 0 || names.Contains(rule.Name)) && (types.Count == 0 || types.Contains(TypeOf(rule))));
        var (page, next) = Paging.Page(rules, call.Input.Text("NextToken"), RulesPerPage, BadToken);
        answer.List("ComplianceByConfigRules", "member", page, rule =>
        {
            answer.Text("ConfigRuleName", rule.Name);
            answer.Begin("Compliance");
            answer.Text("ComplianceType", TypeOf(rule));
            if (rule.NonCompliant.Count > 0)
            {
                answer.Begin("ComplianceContributorCount");
                answer.Number("CappedCount", Math.Min(MostCounted, rule.NonCompliant.Count));
                answer.Flag("CapExceeded", rule.NonCompliant.Count > MostCounted);
                answer.End();
            }

            answer.End();
        });
        answer.Text("NextToken", next);
    }

    public static void Details(AwsCall call, AnswerWriter answer)
    {
        var name = call.Input.Required("ConfigRuleName");
        var rule = call.Estate.ConfigRules.GetValueOrDefault(name) ?? throw NoSuchRule(name);
        var types = call.Input.Texts("ComplianceTypes");
        var size = Paging.Size(call.Input, "Limit", 10, 0, 100, "InvalidParameterValueException");
        var all = rule.NonCompliant.Select(one => (one.Resource, Type: "NON_COMPLIANT", one.Annotation))
            .Concat(rule.Compliant.Select(one => (Resource: one, Type: "COMPLIANT", Annotation: (string?)null)))
            .Where(one => types.Count == 0 || types.Contains(one.Type));
        var (page, next) = Paging.Page(all, call.Input.Text("NextToken"), size == 0 ? 10 : size, BadToken);
        var at = call.Now.AddHours(-2);
        answer.List("EvaluationResults", "member", page, one =>
        {
            var parts = one.Resource.Split('/', 2);
            answer.Begin("EvaluationResultIdentifier");
            answer.Begin("EvaluationResultQualifier");
            answer.Text("ConfigRuleName", name);
            answer.Text("ResourceType", parts[0]);
            answer.Text("ResourceId", parts[^1]);
            answer.End();
            answer.Time("OrderingTimestamp", at);
            answer.End();
            answer.Text("ComplianceType", one.Type);
            answer.Time("ResultRecordedTime", at);
            answer.Time("ConfigRuleInvokedTime", at);
            answer.Text("Annotation", one.Annotation);
        });
        answer.Text("NextToken", next);
    }

    private static string TypeOf(ConfigRuleDefinition rule) =>
        rule.NonCompliant.Count > 0 ? "NON_COMPLIANT" : rule.Compliant.Count > 0 ? "COMPLIANT" : "INSUFFICIENT_DATA";

    private static AwsErrorException NoSuchRule(string name) =>
        new("NoSuchConfigRuleException", $"The ConfigRule '{name}' provided in the request is invalid. Please check the configRule name.");
}
