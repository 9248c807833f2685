using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.ApiGateway;

/// <summary>API Gateway: REST APIs, and by its second version HTTP APIs, both under one name and one signature.</summary>
internal static class ApiGatewayService
{
    public static AwsService Create() => new("apigateway", WireProtocol.RestJson, "2015-07-09",
    [
        new("GetRestApis", RestApis.List) { Method = "GET", Path = "/restapis" },
        new("GetRestApi", RestApis.Get) { Method = "GET", Path = "/restapis/{restapi_id}" },
        new("GetApis", HttpApis.List) { Method = "GET", Path = "/v2/apis" },
        new("GetApi", HttpApis.Get) { Method = "GET", Path = "/v2/apis/{apiId}" },
    ])
    {
        Throttle = ("TooManyRequestsException", 429),
        ActionByMethod = true,
    };
}
