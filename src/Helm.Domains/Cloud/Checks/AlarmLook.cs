using Helm.Domains.Cloud.Accounts;
using Helm.Domains.Cloud.CloudWatch;
using Helm.Domains.Cloud.Wire;
using Helm.Operations.Monitoring;
using Microsoft.Extensions.Logging;

namespace Helm.Domains.Cloud.Checks;

/// <summary>The cheap look between checks: which deployments have an alarm that fires, one call for each account and region.</summary>
internal sealed partial class AlarmLook(
    CloudConnections connections, SubjectFinder finder, PassBook book, ILogger<AlarmLook> log)
{
    public async Task<IReadOnlySet<string>> LookAsync(
        IReadOnlyList<ResourceKind> kinds, IReadOnlyList<Deployment> deployments, CancellationToken cancellation)
    {
        var subjects = finder.Find(kinds, deployments)
            .SelectMany(found => found)
            .Where(subject => subject.Wants(CheckKind.Alarms));
        var pass = book.Open();
        var firing = await Task.WhenAll(SubjectFinder.ByPlace(subjects)
            .Select(place => FiringAsync(place.Key, [.. place], cancellation)));
        await book.CloseAsync(pass, cancellation);
        return firing.SelectMany(ids => ids).ToHashSet(StringComparer.Ordinal);
    }

    private async Task<HashSet<string>> FiringAsync(
        CloudPlace place, IReadOnlyList<Subject> subjects, CancellationToken cancellation)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        try
        {
            var board = new AlarmBoard(subjects);
            var connection = await connections.ConnectAsync(place, cancellation);
            await foreach (var alarm in connection.CloudWatch.DescribeAlarmsAsync(MetricAlarm.Firing, cancellation))
            {
                ids.UnionWith(board.Named(alarm).Select(subject => subject.Deployment.Id));
            }
        }
        catch (CloudException fault)
        {
            AlarmsNotRead(place.Environment, place.Region.SystemName, fault.Message);
        }

        return ids;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The alarms of {Environment} in {Region} could not be read: {Reason}")]
    private partial void AlarmsNotRead(string environment, string region, string reason);
}
