using Helm.PracticeCloud.Company;
using Helm.PracticeCloud.Estate;
using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.ApiGateway;

/// <summary>REST APIs: 25 a page unless asked otherwise, and the next page by its position.</summary>
internal static class RestApis
{
    public static void List(AwsCall call, AnswerWriter answer)
    {
        var size = Paging.Size(call.Input, "limit", 25, 1, 500, Apis.Invalid);
        var (page, next) = Paging.Page(Apis.Of(call, ApiSort.Rest), call.Input.Text("position"), size, Apis.Invalid);
        answer.Text("position", next);
        answer.List("item", "item", page, api => Write(answer, api));
    }

    public static void Get(AwsCall call, AnswerWriter answer) => Write(answer, Apis.Find(call, ApiSort.Rest, "restapi_id"));

    private static void Write(AnswerWriter answer, GatewayApi api)
    {
        answer.Text("id", api.Id);
        answer.Text("name", api.Name);
        answer.Text("description", api.Description);
        answer.Time("createdDate", api.Created);
        answer.Text("apiKeySource", "HEADER");
        answer.Begin("endpointConfiguration");
        answer.Texts("types", "types", ["REGIONAL"]);
        answer.End();
        answer.Flag("disableExecuteApiEndpoint", false);
    }
}
