using Helm.Operations.Investigation.Evidence;
using Helm.Operations.Investigation.Signals;
using Helm.Operations.Monitoring;
using Microsoft.Extensions.Options;

namespace Helm.Operations.Investigation;

/// <summary>Asks for the evidence: a cheap look at everything, then a close one at what is suspect and at what its logs name.</summary>
public sealed class EvidenceCollector(
    IEnumerable<IEvidenceSource> sources, IDeploymentReader deployments, Reasoning reasoning, IOptions<InvestigationOptions> options)
{
    /// <param name="reads">Told of the resources that are looked at closely, before each such look.</param>
    public async Task<EvidenceBundle> CollectAsync(Subject subject, DateTimeOffset now, Action<IReadOnlyList<string>> reads, CancellationToken cancellation)
    {
        var since = subject.Since ?? now;
        var to = Earliest(now, since + options.Value.Longest.Value);
        var all = (await deployments.ListAsync(cancellation)).Where(deployment => deployment.Environment == subject.Environment).ToList();
        var request = new EvidenceRequest(all, since - options.Value.Before.Value, to);
        var bundle = new EvidenceBundle { Subject = subject, AskedAt = now, From = request.From, To = request.To };

        bundle = With(bundle, await Task.WhenAll(sources.Select(source => source.LookAsync(request, cancellation))));
        bundle = With(bundle, [[Released(all, request)]]);
        bundle = await AroundAsync(bundle, request, cancellation);
        var suspects = Suspects(bundle, []);
        reads(suspects);
        bundle = await CloselyAsync(bundle, request, suspects, cancellation);
        var named = Suspects(bundle, suspects);
        if (named.Count == 0)
        {
            return bundle;
        }

        reads(named);
        return await CloselyAsync(bundle, request, named, cancellation);
    }

    private async Task<EvidenceBundle> AroundAsync(EvidenceBundle bundle, EvidenceRequest request, CancellationToken cancellation) =>
        new SignalFinder(reasoning.Signals).SharesAreTaken(bundle)
            ? With(bundle, await Task.WhenAll(sources.Select(source => source.LookAroundAsync(request, cancellation))))
            : bundle;

    private async Task<EvidenceBundle> CloselyAsync(EvidenceBundle bundle, EvidenceRequest request, IReadOnlyCollection<string> resources, CancellationToken cancellation) =>
        With(bundle, await Task.WhenAll(sources.Select(source => source.LookCloselyAsync(request, resources, cancellation))));

    /// <summary>What the alert is about, what shows any signal, and what the logs of those name; those not looked at yet.</summary>
    private List<string> Suspects(EvidenceBundle bundle, IReadOnlyCollection<string> seen)
    {
        var signals = new SignalFinder(reasoning.Signals).Find(bundle);
        var known = bundle.All(result => result.Components).Select(component => component.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. signals.OrderByDescending(signal => signal.Strength).SelectMany(signal => signal.Mentions.Append(signal.Component))
            .Prepend(bundle.Subject.Component).Where(known.Contains).Distinct(StringComparer.OrdinalIgnoreCase)
            .Take(options.Value.MostResources).Except(seen, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>What the creating side registered in the window.</summary>
    private static Answered Released(IReadOnlyList<Deployment> all, EvidenceRequest request) => new("the registry of deployments", new()
    {
        Changes = [.. from deployment in all
                      where deployment.DeployedAt >= request.From && deployment.DeployedAt <= request.To
                      from resource in deployment.Resources
                      select new ChangeRecord(resource.Name, deployment.DeployedAt, "deployment", $"deployment {deployment.Id} was registered")],
    });

    private static EvidenceBundle With(EvidenceBundle bundle, IEnumerable<IReadOnlyList<Answered>> answers)
    {
        var queries = bundle.Queries.ToList();
        foreach (var answer in answers.SelectMany(part => part))
        {
            queries.Add(BundleJson.Record(FormattableString.Invariant($"q{queries.Count + 1}"), answer.Asked, answer.Result, answer.Problem));
        }

        return bundle with { Queries = queries };
    }

    private static DateTimeOffset Earliest(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
