using Helm.PracticeCloud.Company;
using Helm.PracticeCloud.Estate;
using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.ApiGateway;

/// <summary>The APIs of an account.</summary>
internal static class Apis
{
    public const string Invalid = "BadRequestException";

    public static IEnumerable<GatewayApi> Of(AwsCall call, ApiSort sort) => call.Estate.Apis.Values.Where(api => api.Sort == sort);

    /// <summary>One sort's operations know nothing of the other's APIs.</summary>
    public static GatewayApi Find(AwsCall call, ApiSort sort, string parameter)
    {
        var id = call.Input.Required(parameter);
        return Of(call, sort).FirstOrDefault(api => api.Id == id)
            ?? throw new AwsErrorException("NotFoundException", $"Invalid API identifier specified {call.Estate.AccountId}:{id}", 404);
    }
}
