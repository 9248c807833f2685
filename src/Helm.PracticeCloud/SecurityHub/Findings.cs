using System.Globalization;
using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.SecurityHub;

/// <summary>GetFindings: filters, the gravest first when so sorted, at most a hundred a page.</summary>
internal static class Findings
{
    private const string Invalid = "InvalidInputException";

    private static readonly Dictionary<string, Func<Finding, string>> Fields = new(StringComparer.Ordinal)
    {
        ["ComplianceStatus"] = finding => finding.Compliance,
        ["ComplianceSecurityControlId"] = finding => finding.Control.Control,
        ["WorkflowStatus"] = finding => finding.Workflow,
        ["SeverityLabel"] = finding => finding.Label,
        ["RecordState"] = _ => "ACTIVE",
        ["ProductName"] = _ => "Security Hub",
        ["ResourceId"] = finding => finding.Resource,
    };

    public static void Get(AwsCall call, AnswerWriter answer)
    {
        if (call.Estate.Controls.Count == 0)
        {
            throw new AwsErrorException("InvalidAccessException", $"Account {call.Estate.AccountId} is not subscribed to AWS Security Hub", 401);
        }

        var size = Paging.Size(call.Input, "MaxResults", 100, 1, 100, Invalid);
        var filters = call.Input.Child("Filters") is { } asked ? Filters(asked) : [];
        var found = Finding.All(call.Estate).Where(finding => filters.TrueForAll(filter => filter(finding)));
        if (call.Input.Items("SortCriteria").Any(one => one.Text("Field") == "SeverityNormalized"))
        {
            found = found.OrderByDescending(finding => finding.Normalized);
        }

        var (page, next) = Paging.Page(found, call.Input.Text("NextToken"), size, Invalid);
        answer.List("Findings", "member", page, finding => Write(call, answer, finding));
        answer.Text("NextToken", next);
    }

    private static void Write(AwsCall call, AnswerWriter answer, Finding finding)
    {
        var (estate, seen) = (call.Estate, call.Now.AddHours(-6).ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));
        answer.Text("SchemaVersion", "2018-10-08");
        answer.Text("Id", finding.Id(estate));
        answer.Text("ProductArn", $"arn:aws:securityhub:{estate.Region}::product/aws/securityhub");
        answer.Text("ProductName", "Security Hub");
        answer.Text("CompanyName", "AWS");
        answer.Text("Region", estate.Region);
        answer.Text("GeneratorId", "security-control/" + finding.Control.Control);
        answer.Text("AwsAccountId", estate.AccountId);
        answer.Text("CreatedAt", seen);
        answer.Text("UpdatedAt", seen);
        answer.Text("Title", finding.Control.Title);
        answer.Text("Description", $"This control checks: {finding.Control.Title}.");
        answer.Begin("Severity");
        answer.Text("Label", finding.Label);
        answer.Number("Normalized", finding.Normalized);
        answer.End();
        answer.List("Resources", "member", [finding.Resource], resource =>
        {
            answer.Text("Type", finding.Type);
            answer.Text("Id", resource);
            answer.Text("Partition", "aws");
            answer.Text("Region", estate.Region);
        });
        answer.Begin("Compliance");
        answer.Text("Status", finding.Compliance);
        answer.Text("SecurityControlId", finding.Control.Control);
        answer.End();
        answer.Begin("Workflow");
        answer.Text("Status", finding.Workflow);
        answer.End();
        answer.Text("RecordState", "ACTIVE");
    }

    // Within a field any value will do, across fields all must hold; so does Security Hub.
    private static List<Predicate<Finding>> Filters(AwsInput asked) => [.. asked.Element.EnumerateObject().Select(field =>
    {
        var read = Fields.GetValueOrDefault(field.Name)
            ?? throw new AwsErrorException(Invalid, $"The practice cloud does not filter by {field.Name}; it knows {string.Join(", ", Fields.Keys)}");
        var wanted = asked.Items(field.Name).Select(One).ToList();
        return new Predicate<Finding>(finding => wanted.Exists(test => test(read(finding))));
    })];

    private static Predicate<string> One(AwsInput filter)
    {
        var value = filter.Required("Value");
        return filter.Text("Comparison") switch
        {
            "EQUALS" => text => text == value,
            "NOT_EQUALS" => text => text != value,
            "PREFIX" => text => text.StartsWith(value, StringComparison.Ordinal),
            var other => throw new AwsErrorException(Invalid, $"Comparison {other} is not one of EQUALS, NOT_EQUALS and PREFIX in the practice cloud"),
        };
    }
}
