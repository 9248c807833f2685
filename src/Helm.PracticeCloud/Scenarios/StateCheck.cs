using System.Globalization;
using Helm.PracticeCloud.Data;
using Helm.PracticeCloud.Estate;

namespace Helm.PracticeCloud.Scenarios;

/// <summary>Refuses states and changes of what does not exist.</summary>
internal static class StateCheck
{
    private static readonly Dictionary<string, string> StateFields = new(StringComparer.Ordinal)
    {
        ["status"] = "text",
        ["reason"] = "text",
        ["running_count"] = "number",
        ["pending_count"] = "number",
    };

    public static void State(StateDefinition state, AccountEstate estate, string file, string field)
    {
        Need(Exists(estate, state.Resource), file, $"{field}.resource", $"{state.Resource} does not exist in {estate.Environment}");
        foreach (var (name, value) in state.Set)
        {
            Need(StateFields.ContainsKey(name), file, $"{field}.set.{name}", $"is not one of {string.Join(", ", StateFields.Keys)}");
            Need(StateFields[name] == "text" || int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _), file, $"{field}.set.{name}", "is a whole number written as text");
        }
    }

    public static void Change(ChangeDefinition change, AccountEstate estate, string file, string field)
    {
        var exists = change.Kind switch
        {
            ChangeKind.LambdaVersion => estate.Functions.ContainsKey(change.Resource),
            ChangeKind.EcsDeployment => estate.Clusters.Values.Any(cluster => cluster.Services.ContainsKey(change.Resource)),
            ChangeKind.Parameter => estate.ParameterGroups.ContainsKey(change.Resource),
            ChangeKind.RdsEvent => estate.Databases.ContainsKey(change.Resource),
            _ => estate.Caches.Values.Any(cache => cache.Resource == change.Resource),
        };
        Need(exists, file, $"{field}.resource", $"{change.Resource} is not there for a {change.Kind} in {estate.Environment}");
        Need(change.Kind != ChangeKind.Parameter || (change.Parameter is not null && change.Value is not null), file, field, "a parameter change says parameter and value");
    }

    private static bool Exists(AccountEstate estate, string resource) =>
        estate.Metrics.All.Any(series => series.Resource == resource);

    public static void Need(bool holds, string file, string field, string reason)
    {
        if (!holds)
        {
            throw new DataFileException(file, field, reason);
        }
    }
}
