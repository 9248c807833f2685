using Helm.PracticeCloud.Company;

namespace Helm.PracticeCloud.Estate;

/// <summary>An API of API Gateway.</summary>
internal sealed record GatewayApi(string Id, string Name, ApiSort Sort, string? Description, DateTimeOffset Created)
{
    /// <summary>These ARNs name no account.</summary>
    public string ArnIn(string region) => $"arn:aws:apigateway:{region}::/{(Sort == ApiSort.Rest ? "restapis" : "apis")}/{Id}";
}
