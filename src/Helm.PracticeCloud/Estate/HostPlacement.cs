using Helm.PracticeCloud.Company;
using Helm.PracticeCloud.Metrics;

namespace Helm.PracticeCloud.Estate;

/// <summary>Places machines: what EC2 sees of them from outside, and what the agent reports from inside.</summary>
internal static class HostPlacement
{
    public static void Place(AccountEstate estate, ResourceSet set, string file)
    {
        SeriesProfile[] all = [.. Profiles.Host, .. Profiles.HostAgent];
        foreach (var host in set.Hosts)
        {
            estate.Machines[host.Id] = new Machine(host.Id, host.Name, host.Type, estate.Clock.Now - host.Age);
            var settings = Placement.Known(host.Metrics, all, host.Name, file);
            estate.Metrics.Add(host.Name, "AWS/EC2", [new("InstanceId", host.Id)], Profiles.Host, settings);
            estate.Metrics.Add(host.Name, "CWAgent", [new("InstanceId", host.Id)], Profiles.HostAgent, settings);
        }
    }

    public static void Remove(AccountEstate estate, string name) => Placement.Drop(estate.Machines, one => one.Name == name);
}
