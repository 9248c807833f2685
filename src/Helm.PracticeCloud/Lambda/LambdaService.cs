using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.Lambda;

/// <summary>Lambda's control plane.</summary>
internal static class LambdaService
{
    private const string Functions = "/2015-03-31/functions";
    private const string Function = Functions + "/{FunctionName}";

    public static AwsService Create() => new("lambda", WireProtocol.RestJson, "2015-03-31",
    [
        new("ListFunctions", FunctionQueries.List) { Method = "GET", Path = Functions },
        new("GetFunction", FunctionQueries.Get) { Method = "GET", Path = Function },
        new("GetFunctionConfiguration", FunctionQueries.GetConfiguration) { Method = "GET", Path = Function + "/configuration" },
        new("UpdateFunctionConfiguration", FunctionUpdates.Update) { Method = "PUT", Path = Function + "/configuration", Mutates = true },
        new("PublishVersion", FunctionUpdates.Publish) { Path = Function + "/versions", Mutates = true },
        new("ListVersionsByFunction", FunctionQueries.ListVersions) { Method = "GET", Path = Function + "/versions" },
        new("ListAliases", Aliases.List) { Method = "GET", Path = Function + "/aliases" },
        new("GetAlias", Aliases.Get) { Method = "GET", Path = Function + "/aliases/{Name}" },
        new("UpdateAlias", Aliases.Update) { Method = "PUT", Path = Function + "/aliases/{Name}", Mutates = true },
        new("PutFunctionConcurrency", Concurrency.Put) { Method = "PUT", Path = "/2017-10-31/functions/{FunctionName}/concurrency", Mutates = true },
        new("DeleteFunctionConcurrency", (call, _) => Concurrency.Delete(call)) { Method = "DELETE", Path = "/2017-10-31/functions/{FunctionName}/concurrency", Mutates = true },
        new("GetFunctionConcurrency", Concurrency.Get) { Method = "GET", Path = "/2019-09-30/functions/{FunctionName}/concurrency" },
        new("GetAccountSettings", Concurrency.Settings) { Method = "GET", Path = "/2016-08-19/account-settings" },
    ])
    {
        Throttle = ("TooManyRequestsException", 429),
    };
}
