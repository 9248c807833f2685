using Helm.PracticeCloud.Estate;
using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.Ecs;

/// <summary>How far a service and its deployments are at this moment.</summary>
internal sealed record ServiceProgress(int Running, int Pending, IReadOnlyList<(EcsDeployment Deployment, int Running, bool Complete)> Deployments)
{
    public static ServiceProgress Of(AwsCall call, EcsService service)
    {
        var now = call.Now;
        var newest = service.Deployments[0];
        var complete = now >= newest.CompleteAt;
        if (complete && service.Deployments.Count > 1)
        {
            service.Deployments.RemoveRange(1, service.Deployments.Count - 1);
        }

        var stated = call.Estate.Overlay.Number(service.Name, "running_count");
        var running = stated ?? (now < service.ScaledAt ? service.Before : service.Desired);
        var pending = call.Estate.Overlay.Number(service.Name, "pending_count") ?? Math.Max(0, service.Desired - running);
        var replaced = complete ? running : (int)(running * Share(newest, now));
        // Tasks that fail later do not undo a rollout that was complete.
        var rows = new List<(EcsDeployment, int, bool)> { (newest, replaced, complete && (stated is not null || running >= service.Desired)) };
        if (!complete)
        {
            rows.AddRange(service.Deployments.Skip(1).Take(1).Select(former => (former, running - replaced, true)));
        }

        return new(running, pending, rows);
    }

    private static double Share(EcsDeployment deployment, DateTimeOffset now) =>
        Math.Clamp((now - deployment.Created) / (deployment.CompleteAt - deployment.Created), 0, 1);
}
