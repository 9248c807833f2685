using Helm.Domains.Cloud.Accounts;
using Helm.Domains.Cloud.CloudWatch;
using Helm.Operations.Investigation;
using Helm.Operations.Investigation.Evidence;
using Subject = Helm.Domains.Cloud.Checks.Subject;

namespace Helm.Domains.Evidence;

/// <summary>Functions of an account that are in no deployment: all functions share one limit.</summary>
internal static class Neighbours
{
    private const int Most = 100;

    public static async Task<IReadOnlyList<Subject>> FindAsync(CloudConnection connection, IReadOnlyList<Subject> deployed, CancellationToken cancellation)
    {
        var functions = deployed.Where(subject => subject.Kind!.Names[0] == "lambda").ToList();
        var others = new List<Subject>();
        if (functions.Count == 0)
        {
            return others;
        }

        await foreach (var function in connection.Lambda.ListFunctionsAsync(cancellation))
        {
            if (others.Count < Most && functions.All(subject => subject.Identity.Name != function.FunctionName))
            {
                others.Add(new(functions[0].Deployment, functions[0].Resource with { Name = function.FunctionName, Arn = function.FunctionArn }, functions[0].Kind));
            }
        }

        return others;
    }

    /// <summary>A function that is not called reports nothing: up to its last value, what is absent is zero. Those that were never called are left out.</summary>
    public static IReadOnlyList<Answered> Filled(IReadOnlyList<Answered> answers, MetricWindow window) =>
    [
        .. answers.Where(answer => answer.Result.Traces.Any(trace => trace.Points.Count > 0))
            .Select(answer => answer with { Result = answer.Result with { Traces = [.. answer.Result.Traces.Select(trace => Filled(trace, window))] } }),
    ];

    private static Trace Filled(Trace trace, MetricWindow window)
    {
        if (trace.Points.Count == 0 || trace.Unit.Length > 0)
        {
            return trace;
        }

        var known = trace.Points.ToDictionary(point => point.Time, point => point.Value);
        var points = new List<MetricPoint>();
        for (var at = window.Start.ToUnixTimeSeconds(); at <= trace.Points[^1].Time; at += (long)window.Period.TotalSeconds)
        {
            points.Add(new(at, known.GetValueOrDefault(at)));
        }

        return trace with { Points = points };
    }
}
