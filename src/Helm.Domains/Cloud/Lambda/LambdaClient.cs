using System.Runtime.CompilerServices;
using Helm.Domains.Cloud.Wire;

namespace Helm.Domains.Cloud.Lambda;

/// <summary>AWS Lambda: what runs, as what, and how to change it.</summary>
internal sealed class LambdaClient(AwsClient aws)
{
    private const string Root = "/2015-03-31/functions";

    public Task<FunctionBody> GetFunctionAsync(string name, CancellationToken cancellation) =>
        aws.SendAsync(Call("GetFunction", "GET", "/{Name}", name), reply => reply.Json<FunctionBody>(), cancellation);

    public async IAsyncEnumerable<FunctionConfiguration> ListFunctionsAsync(
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        string? marker = null;
        do
        {
            var call = new AwsCall(AwsService.Lambda, "ListFunctions")
            {
                Method = "GET",
                Path = Root + "/",
                Query = Page(marker),
            };
            var page = await aws.SendAsync(call, reply => reply.Json<FunctionPage>(), cancellation);
            foreach (var function in page.Functions ?? [])
            {
                yield return function;
            }

            marker = page.NextMarker;
        }
        while (!string.IsNullOrEmpty(marker));
    }

    public async IAsyncEnumerable<FunctionAlias> ListAliasesAsync(
        string name, [EnumeratorCancellation] CancellationToken cancellation)
    {
        string? marker = null;
        do
        {
            var call = Call("ListAliases", "GET", "/{Name}/aliases", name, Page(marker));
            var page = await aws.SendAsync(call, reply => reply.Json<AliasPage>(), cancellation);
            foreach (var alias in page.Aliases ?? [])
            {
                yield return alias;
            }

            marker = page.NextMarker;
        }
        while (!string.IsNullOrEmpty(marker));
    }

    /// <summary>$LATEST and all published versions.</summary>
    public async IAsyncEnumerable<FunctionConfiguration> ListVersionsAsync(
        string name, [EnumeratorCancellation] CancellationToken cancellation)
    {
        string? marker = null;
        do
        {
            var call = Call("ListVersionsByFunction", "GET", "/{Name}/versions", name, Page(marker));
            var page = await aws.SendAsync(call, reply => reply.Json<VersionPage>(), cancellation);
            foreach (var version in page.Versions ?? [])
            {
                yield return version;
            }

            marker = page.NextMarker;
        }
        while (!string.IsNullOrEmpty(marker));
    }

    public Task<AccountSettings> GetAccountSettingsAsync(CancellationToken cancellation) =>
        aws.SendAsync(
            new AwsCall(AwsService.Lambda, "GetAccountSettings") { Method = "GET", Path = "/2016-08-19/account-settings" },
            reply => reply.Json<AccountSettings>(),
            cancellation);

    public Task<FunctionAlias> GetAliasAsync(string name, string alias, CancellationToken cancellation) =>
        aws.SendAsync(
            new AwsCall(AwsService.Lambda, "GetAlias")
            {
                Method = "GET",
                Path = Root + "/{Name}/aliases/{Alias}",
                PathParts = new Dictionary<string, string> { ["{Name}"] = name, ["{Alias}"] = alias },
            },
            reply => reply.Json<FunctionAlias>(),
            cancellation);

    /// <summary>Touches the description, which gives the function fresh instances; refused if it changed since the revision was read.</summary>
    public Task<FunctionConfiguration> UpdateDescriptionAsync(
        string name, string description, string? revision, CancellationToken cancellation) =>
        aws.SendAsync(
            Change("UpdateFunctionConfiguration", "PUT", "/{Name}/configuration", name, CallForms.JsonObject(json =>
            {
                json.WriteString("Description", description);
                json.WriteOptional("RevisionId", revision);
            })),
            reply => reply.Json<FunctionConfiguration>(),
            cancellation);

    /// <summary>Freezes the code and configuration of the revision as a new version.</summary>
    public Task<FunctionConfiguration> PublishVersionAsync(
        string name, string description, string? revision, CancellationToken cancellation) =>
        aws.SendAsync(
            Change("PublishVersion", "POST", "/{Name}/versions", name, CallForms.JsonObject(json =>
            {
                json.WriteString("Description", description);
                json.WriteOptional("RevisionId", revision);
            })),
            reply => reply.Json<FunctionConfiguration>(),
            cancellation);

    public Task<FunctionAlias> UpdateAliasAsync(
        string name, string alias, string version, string? revision, CancellationToken cancellation) =>
        aws.SendAsync(
            new AwsCall(AwsService.Lambda, "UpdateAlias")
            {
                Method = "PUT",
                Path = Root + "/{Name}/aliases/{Alias}",
                PathParts = new Dictionary<string, string> { ["{Name}"] = name, ["{Alias}"] = alias },
                Body = CallForms.JsonObject(json =>
                {
                    json.WriteString("FunctionVersion", version);
                    json.WriteOptional("RevisionId", revision);
                }),
                Mutates = true,
            },
            reply => reply.Json<FunctionAlias>(),
            cancellation);

    /// <summary>Reserves concurrency for a function, which also caps it.</summary>
    public Task<FunctionConcurrency> PutConcurrencyAsync(string name, int reserved, CancellationToken cancellation) =>
        aws.SendAsync(
            new AwsCall(AwsService.Lambda, "PutFunctionConcurrency")
            {
                Method = "PUT",
                Path = "/2017-10-31/functions/{Name}/concurrency",
                PathParts = Named(name),
                Body = CallForms.JsonObject(json => json.WriteNumber("ReservedConcurrentExecutions", reserved)),
                Mutates = true,
            },
            reply => reply.Json<FunctionConcurrency>(),
            cancellation);

    public Task<Nothing> DeleteConcurrencyAsync(string name, CancellationToken cancellation) =>
        aws.SendAsync(
            new AwsCall(AwsService.Lambda, "DeleteFunctionConcurrency")
            {
                Method = "DELETE",
                Path = "/2017-10-31/functions/{Name}/concurrency",
                PathParts = Named(name),
                Mutates = true,
            },
            _ => default(Nothing),
            cancellation);

    private static AwsCall Call(
        string operation, string method, string path, string name, IReadOnlyDictionary<string, string>? query = null) =>
        new(AwsService.Lambda, operation)
        {
            Method = method,
            Path = Root + path,
            PathParts = Named(name),
            Query = query ?? new Dictionary<string, string>(),
        };

    private static AwsCall Change(string operation, string method, string path, string name, byte[] body) =>
        new(AwsService.Lambda, operation)
        {
            Method = method,
            Path = Root + path,
            PathParts = Named(name),
            Body = body,
            Mutates = true,
        };

    private static Dictionary<string, string> Named(string name) => new() { ["{Name}"] = name };

    private static Dictionary<string, string> Page(string? marker)
    {
        var query = new Dictionary<string, string> { ["MaxItems"] = "50" };
        if (marker is not null)
        {
            query["Marker"] = marker;
        }

        return query;
    }
}
