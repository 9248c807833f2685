using System.Collections.Concurrent;
using System.Globalization;
using Helm.Domains.Cloud.Accounts;
using Helm.Domains.Cloud.Rds;
using Helm.Domains.Cloud.Wire;

namespace Helm.Domains.Cloud.Checks;

/// <summary>Whether database instances are available, and how many connections they allow.</summary>
internal sealed class RdsStatus : IStatusReader
{
    private const decimal Gigabyte = 1024 * 1024 * 1024;

    // From "Viewing Amazon RDS DB instance status": in these the instance answers.
    private static readonly HashSet<string> Answering = new(StringComparer.Ordinal)
    {
        "available", "backing-up", "modifying", "storage-optimization", "storage-initialization", "storage-config-upgrade",
        "configuring-enhanced-monitoring", "configuring-iam-database-auth", "configuring-log-exports",
        "configuring-activity-stream", "configuring-associated-roles", "delete-precheck",
    };

    // In these it comes back by itself.
    private static readonly HashSet<string> Passing = new(StringComparer.Ordinal)
    {
        "rebooting", "starting", "maintenance", "upgrading", "renaming", "resetting-master-credentials",
        "converting-to-vpc", "moving-to-vpc", "creating",
    };

    public async Task ReadAsync(
        CloudConnection connection, IReadOnlyList<Subject> subjects, CancellationToken cancellation)
    {
        try
        {
            var instances = await ListAsync(connection.Rds, subjects, cancellation);
            var groups = new ConcurrentDictionary<string, Task<Reading>>();
            foreach (var subject in subjects)
            {
                subject.Status = instances.TryGetValue(subject.Identity.Name, out var instance)
                    ? await JudgeAsync(instance, groups, connection.Rds, cancellation)
                    : StatusReading.Unhealthy($"RDS has no instance {subject.Identity.Name}.");
            }
        }
        catch (CloudException fault)
        {
            foreach (var subject in subjects)
            {
                subject.Fail(fault);
            }
        }
    }

    private static async Task<Dictionary<string, DatabaseInstance>> ListAsync(
        RdsClient rds, IReadOnlyList<Subject> subjects, CancellationToken cancellation)
    {
        var only = subjects is [var single] ? single.Identity.Name : null;
        var found = new Dictionary<string, DatabaseInstance>(StringComparer.OrdinalIgnoreCase);
        await foreach (var instance in rds.DescribeDBInstancesAsync(only, cancellation))
        {
            found[instance.Identifier] = instance;
        }

        return found;
    }

    private static async Task<StatusReading> JudgeAsync(
        DatabaseInstance instance,
        ConcurrentDictionary<string, Task<Reading>> groups,
        RdsClient rds,
        CancellationToken cancellation)
    {
        var maxConnections = instance.ParameterGroups is [{ Name: var group }, ..]
            ? await groups.GetOrAdd(group, name => MaxConnectionsAsync(rds, name, cancellation))
            : Reading.Absent;
        var text = $"The instance is {instance.Status}.";
        var status = Answering.Contains(instance.Status) ? StatusReading.Healthy(text)
            : Passing.Contains(instance.Status) ? StatusReading.Degraded(text)
            : StatusReading.Unhealthy(text);
        return status with
        {
            Facts =
            [
                new("max_connections", maxConnections),
                new("allocated_bytes", Reading.Of(instance.AllocatedGigabytes * Gigabyte)),
            ],
        };
    }

    // A default is a formula over the memory of the instance class, which RDS does not tell: then it is not measured.
    private static async Task<Reading> MaxConnectionsAsync(RdsClient rds, string group, CancellationToken cancellation)
    {
        try
        {
            await foreach (var parameter in rds.DescribeDBParametersAsync(group, cancellation))
            {
                if (parameter.Name == "max_connections")
                {
                    return Reading.Of(decimal.TryParse(
                        parameter.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null);
                }
            }

            return Reading.Absent;
        }
        catch (CloudException fault)
        {
            return Reading.Unknown(fault.Message);
        }
    }
}
