using Helm.Operations.Environments;
using Helm.Operations.Issues;
using Helm.Operations.Overviews;
using Microsoft.Extensions.Options;

namespace Helm.Operations.Alerts;

/// <summary>Makes issues of the alerts that came from other systems; the scheduler wakes it.</summary>
public sealed class OutsideIntake(IOutsideAlerts alerts, EnvironmentDirectory environments, IOptions<DashboardOptions> dashboard)
{
    private const int ShortFingerprint = 8;

    public Task<int> RunAsync(CancellationToken cancellation) => alerts.DigestAsync(Understand, cancellation);

    /// <summary>From the labels that Prometheus users give; an environment that nobody configured is the default one, and the note says so.</summary>
    internal OutsideFinding Understand(OutsideAlert alert)
    {
        var said = Label(alert, "environment", "env", "stage");
        var known = environments.All.FirstOrDefault(one => one.Name.Equals(said, StringComparison.OrdinalIgnoreCase));
        var name = Label(alert, "alertname") ?? "alert";
        var note = known is null && said is not null ? $"It names the environment {said}, which is not configured." : null;
        return new(
            known?.Name ?? dashboard.Value.DefaultEnvironment,
            Label(alert, "domain") ?? "application",
            Label(alert, "resource_type") ?? "service",
            Label(alert, "resource", "service", "pod", "container", "instance", "job") ?? name,
            $"alert/{name}/{alert.Fingerprint[..Math.Min(ShortFingerprint, alert.Fingerprint.Length)]}",
            SeverityOf(Label(alert, "severity")),
            string.Join(' ', new[] { alert.Summary, note }.OfType<string>()) is { Length: > 0 } text ? text : null);
    }

    private static string? Label(OutsideAlert alert, params string[] names) =>
        names.Select(name => alert.Labels.GetValueOrDefault(name)).FirstOrDefault(value => !string.IsNullOrWhiteSpace(value));

    private static string SeverityOf(string? said) => said?.ToUpperInvariant() switch
    {
        "CRITICAL" or "PAGE" or "EMERGENCY" => Severity.Critical,
        "HIGH" or "ERROR" or "MAJOR" => Severity.High,
        "INFO" or "NONE" or "LOW" => Severity.Low,
        _ => Severity.Medium,
    };
}
