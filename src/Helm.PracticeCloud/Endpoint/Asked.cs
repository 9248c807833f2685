using Helm.PracticeCloud.Estate;
using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.Endpoint;

/// <summary>What was asked, by whom and about which account.</summary>
internal sealed record Asked(AwsService Service, AwsOperation Operation, AwsInput Input, AccountEstate Estate, Caller Caller)
{
    public string Name => $"{Service.Name}:{Operation.Name}";
}
