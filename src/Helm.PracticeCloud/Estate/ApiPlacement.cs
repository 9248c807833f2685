using Helm.PracticeCloud.Company;
using Helm.PracticeCloud.Metrics;

namespace Helm.PracticeCloud.Estate;

/// <summary>Places APIs: CloudWatch knows a REST API by its name and an HTTP API by its id.</summary>
internal static class ApiPlacement
{
    private const string Namespace = "AWS/ApiGateway";

    public static void Place(AccountEstate estate, ResourceSet set, string file)
    {
        foreach (var api in set.Apis)
        {
            estate.Apis[api.Id] = new GatewayApi(api.Id, api.Name, api.Sort, api.Description, estate.Clock.Now - api.Age);
            var (profiles, dimension) = api.Sort == ApiSort.Rest
                ? (Profiles.RestApi, KeyValuePair.Create("ApiName", api.Name))
                : (Profiles.HttpApi, KeyValuePair.Create("ApiId", api.Id));
            estate.Metrics.Add(api.Name, Namespace, [dimension], profiles, Placement.Known(api.Metrics, profiles, api.Name, file));
        }
    }

    public static void Remove(AccountEstate estate, string name) => Placement.Drop(estate.Apis, one => one.Name == name);
}
