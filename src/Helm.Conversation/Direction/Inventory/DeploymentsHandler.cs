using Helm.Conversation.Dialogs;
using Helm.Conversation.Direction.Issues;
using Helm.Conversation.Direction.Overviews;
using Helm.Conversation.Intents;
using Helm.Operations.Monitoring;

namespace Helm.Conversation.Direction.Inventory;

/// <summary>Lists what was deployed, the newest first.</summary>
internal sealed class DeploymentsHandler(IDeploymentReader deployments, KnownNames names, TimeProvider time) : IHandler
{
    private const int Few = 10;

    public string Intent => IntentNames.DeploymentsList;

    public async Task<Answer> HandleAsync(CommandRequest request, CancellationToken cancellation)
    {
        var command = request.Command;
        var place = Place.Of(command, names);
        var now = time.GetUtcNow();
        var limited = Span.IsSaid(command);
        if (!Span.TryRead(request, now, out var span) && limited)
        {
            return Span.Unclear(command);
        }

        var registered = (await deployments.ListAsync(cancellation))
            .Where(deployment => deployment.Environment == place.Environment && Fits(deployment, command) && (!limited || span.Holds(deployment.DeployedAt)))
            .OrderByDescending(deployment => deployment.DeployedAt).ToList();

        return new Answer(registered.Count == 0 ? "deployments_list.none" : "deployments_list.listed", new DeploymentsAnswer
        {
            Timestamp = now,
            Environment = place.Environment,
            EnvironmentAssumed = place.Assumed,
            From = limited ? span.From : null,
            Total = registered.Count,
            Deployments = [.. registered.Take(Math.Clamp(command.Number(Slots.Top) ?? Few, 1, 50)).Select(deployment => Line(deployment, now))],
        });
    }

    private static bool Fits(Deployment deployment, Command command) =>
        (command.Text(Slots.Domain) is not { } domain || deployment.Domain == domain)
        && (command.Text(Slots.Resource) is not { } resource || deployment.Resources.Any(one => one.Name == resource));

    private static DeploymentLine Line(Deployment deployment, DateTimeOffset now) => new(
        deployment.Id,
        deployment.Domain,
        deployment.DeployedAt,
        Rounding.Minutes(now - deployment.DeployedAt),
        deployment.DeployedBy,
        deployment.WorkItem,
        deployment.Monitoring.Enabled,
        [.. deployment.Resources.Select(resource => resource.Name)]);
}

/// <summary>What was deployed in an environment.</summary>
public sealed record DeploymentsAnswer
{
    public required DateTimeOffset Timestamp { get; init; }

    public required string Environment { get; init; }

    public required bool EnvironmentAssumed { get; init; }

    /// <summary>Since when was asked for; null for all.</summary>
    public DateTimeOffset? From { get; init; }

    public required int Total { get; init; }

    public required IReadOnlyList<DeploymentLine> Deployments { get; init; }
}

/// <summary>One deployment.</summary>
public sealed record DeploymentLine(
    string Id,
    string Domain,
    DateTimeOffset DeployedAt,
    int MinutesAgo,
    string? DeployedBy,
    string? WorkItem,
    bool Monitored,
    IReadOnlyList<string> Resources);
