using Helm.PracticeCloud.Company;
using Helm.PracticeCloud.Data;
using Helm.PracticeCloud.Estate;

namespace Helm.PracticeCloud.SecurityHub;

/// <summary>What a control found of one resource.</summary>
internal sealed record Finding(ControlDefinition Control, string Resource, string Compliance, string Workflow)
{
    public string Label => Compliance == "PASSED" ? "INFORMATIONAL" : Control.Severity.ToString().ToUpperInvariant();

    public int Normalized => Label switch
    {
        "CRITICAL" => 90,
        "HIGH" => 70,
        "MEDIUM" => 40,
        "LOW" => 1,
        _ => 0,
    };

    public string Type => Resource.Split(':') is [_, _, var service, .., _] ? TypeOf(service, Resource) : "Other";

    public string Id(AccountEstate estate) =>
        estate.Arn("securityhub", $"security-control/{Control.Control}/finding/{Guid(Control.Control + Resource)}");

    public static IEnumerable<Finding> All(AccountEstate estate) => estate.Controls.Values.SelectMany(control =>
        control.Failed.Select(one => new Finding(control, one, "FAILED", "NEW"))
            .Concat(control.Passed.Select(one => new Finding(control, one, "PASSED", "RESOLVED")))
            .Concat(control.Suppressed.Select(one => new Finding(control, one, "FAILED", "SUPPRESSED")))
            .Concat(control.Unknown.Select(one => new Finding(control, one, "NOT_AVAILABLE", "NEW"))));

    private static string TypeOf(string service, string arn) => service switch
    {
        "lambda" => "AwsLambdaFunction",
        "rds" => "AwsRdsDbInstance",
        "ecs" => arn.Contains("service/", StringComparison.Ordinal) ? "AwsEcsService" : "AwsEcsCluster",
        "s3" => "AwsS3Bucket",
        "cloudfront" => "AwsCloudFrontDistribution",
        "iam" => "AwsIamUser",
        _ => "Other",
    };

    private static Guid Guid(string text)
    {
        var (high, low) = (Hash.Of(text), Hash.Of(text + "/"));
        return new([.. BitConverter.GetBytes(high), .. BitConverter.GetBytes(low)]);
    }
}
