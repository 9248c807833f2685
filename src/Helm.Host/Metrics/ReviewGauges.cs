using Helm.Operations.Reviews;

namespace Helm.Host.Metrics;

/// <summary>How well operations went in the last thirty days; what is not known is not there.</summary>
internal static class ReviewGauges
{
    public static void Add(this PrometheusText text, Performance performance)
    {
        Add(text, "helm_mttr_minutes", "Mean time from detected to resolved, of the last 30 days.", performance.MttrMinutes);
        Add(text, "helm_mtta_minutes", "Mean time from the first message to the acknowledgement, of the last 30 days.", performance.MttaMinutes);
        Add(text, "helm_auto_resolved_percent", "Resolved issues that needed nobody, of the last 30 days.", performance.AutoResolvedPercent);
        Add(text, "helm_mends_helped_percent", "Mends that were measured to help, of the last 30 days.", performance.MendsThatHelpedPercent);
        Add(text, "helm_escalation_accuracy_percent", "Escalations that needed people, of the last 30 days.", performance.EscalationAccuracyPercent);
    }

    private static void Add(PrometheusText text, string name, string description, double? value)
    {
        if (value is { } known)
        {
            text.Gauge(name, description, known);
        }
    }
}
