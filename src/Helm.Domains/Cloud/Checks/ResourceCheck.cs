using Helm.Domains.Cloud.Accounts;
using Helm.Domains.Cloud.CloudWatch;
using Helm.Operations.Monitoring;
using Microsoft.Extensions.Options;

namespace Helm.Domains.Cloud.Checks;

/// <summary>Checks deployments of a domain whose resources live in AWS, all together, so that calls are shared.</summary>
internal sealed class ResourceCheck(
    CloudConnections connections, SubjectFinder finder, PassBook book, IOptions<CloudOptions> options, TimeProvider time)
{
    private readonly Expectations _expectations = new(options.Value);

    /// <summary>One report for each deployment, in the same order; what could not be read is unknown and says why.</summary>
    public async Task<IReadOnlyList<HealthReport>> CheckAsync(
        IReadOnlyList<ResourceKind> kinds, IReadOnlyList<Deployment> deployments, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return await CheckAsync(kinds, deployments, MetricWindow.Before(now, options.Value.Window, options.Value.Period), cancellation);
    }

    /// <summary>The same over another time.</summary>
    public async Task<IReadOnlyList<HealthReport>> CheckAsync(
        IReadOnlyList<ResourceKind> kinds, IReadOnlyList<Deployment> deployments, MetricWindow window, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var subjects = finder.Find(kinds, deployments);
        await ReadAsync(subjects.SelectMany(found => found), window, cancellation);

        var judge = new Judge(_expectations, window);
        return [.. deployments.Select((deployment, index) => Report(deployment, subjects[index], judge, now))];
    }

    private async Task ReadAsync(IEnumerable<Subject> subjects, MetricWindow window, CancellationToken cancellation)
    {
        var pass = book.Open();
        var check = new PlaceCheck(connections, window, options.Value.ServiceNamespace);
        await Task.WhenAll(SubjectFinder.ByPlace(subjects)
            .Select(place => check.ReadAsync(place.Key, [.. place], cancellation)));
        await book.CloseAsync(pass, cancellation);
    }

    private static HealthReport Report(
        Deployment deployment, IReadOnlyList<Subject> subjects, Judge judge, DateTimeOffset now) => new()
        {
            Timestamp = now,
            DeploymentId = deployment.Id,
            Domain = deployment.Domain,
            Environment = deployment.Environment,
            Resources = [.. subjects.Select(judge.Of)],
            Alarms = AlarmsWereRead(subjects) ? AlarmBoard.Count(subjects) : null,
        };

    // Only when all were read may an alarm that is not among them be taken for gone.
    private static bool AlarmsWereRead(IReadOnlyList<Subject> subjects)
    {
        var watched = subjects.Where(subject => subject.Kind is not null && subject.Wants(CheckKind.Alarms)).ToArray();
        return watched.Length > 0 && watched.All(subject => subject is { Obstacle: null, AlarmObstacle: null });
    }
}
