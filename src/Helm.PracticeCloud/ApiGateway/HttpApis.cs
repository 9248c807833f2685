using System.Globalization;
using Helm.PracticeCloud.Company;
using Helm.PracticeCloud.Estate;
using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.ApiGateway;

/// <summary>HTTP APIs; this version of the API writes times in ISO 8601.</summary>
internal static class HttpApis
{
    public static void List(AwsCall call, AnswerWriter answer)
    {
        var size = Paging.Size(call.Input, "maxResults", 100, 1, 500, Apis.Invalid);
        var (page, next) = Paging.Page(Apis.Of(call, ApiSort.Http), call.Input.Text("nextToken"), size, Apis.Invalid);
        answer.List("items", "items", page, api => Write(call, answer, api));
        answer.Text("nextToken", next);
    }

    public static void Get(AwsCall call, AnswerWriter answer) => Write(call, answer, Apis.Find(call, ApiSort.Http, "apiId"));

    private static void Write(AwsCall call, AnswerWriter answer, GatewayApi api)
    {
        answer.Text("apiId", api.Id);
        answer.Text("name", api.Name);
        answer.Text("description", api.Description);
        answer.Text("protocolType", "HTTP");
        answer.Text("apiEndpoint", $"https://{api.Id}.execute-api.{call.Estate.Region}.amazonaws.com");
        answer.Text("apiKeySelectionExpression", "$request.header.x-api-key");
        answer.Text("routeSelectionExpression", "$request.method $request.path");
        answer.Text("createdDate", api.Created.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        answer.Flag("disableExecuteApiEndpoint", false);
    }
}
