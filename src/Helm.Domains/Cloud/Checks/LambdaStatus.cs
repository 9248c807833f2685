using Helm.Domains.Cloud.Accounts;

namespace Helm.Domains.Cloud.Checks;

/// <summary>Whether a function can be called.</summary>
internal static class LambdaStatus
{
    public static async Task<StatusReading> ReadAsync(
        CloudConnection connection, Subject subject, CancellationToken cancellation)
    {
        var function = (await connection.Lambda.GetFunctionAsync(subject.Identity.Name, cancellation)).Configuration;
        return function switch
        {
            null or { State: null } => StatusReading.Unknown("Lambda did not say in which state the function is."),
            { State: "Active", LastUpdateStatus: "Failed" } =>
                StatusReading.Degraded($"The last update failed: {function.LastUpdateStatusReason ?? "no reason given"}."),
            { State: "Active" } => StatusReading.Healthy("The function is Active."),
            { State: "Inactive" } => StatusReading.Healthy("The function is Inactive: it was idle for long and wakes when called."),
            { State: "Pending" } => StatusReading.Unknown("The function is Pending: it is being set up."),
            _ => StatusReading.Unhealthy($"The function is {function.State}: {function.StateReason ?? "no reason given"}."),
        };
    }
}
