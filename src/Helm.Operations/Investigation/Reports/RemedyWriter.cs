using System.Globalization;
using Helm.Operations.Investigation.Causes;
using Helm.Operations.Investigation.Evidence;

namespace Helm.Operations.Investigation.Reports;

/// <summary>Names the remedies of a cause with targets and parameters.</summary>
internal sealed class RemedyWriter(EvidenceBundle bundle, SignalMap map)
{
    public IReadOnlyList<ProposedRemedy> Of(Hypothesis cause) =>
    [
        .. from row in cause.Rule.Remedies
           from target in row.At switch { "component" => [cause.Component], "alike" => cause.Alike, _ => Callers(cause.Component) }
           where map.KindOf(target) == row.Kind
           select new ProposedRemedy(row.Action, target, bundle.Subject.Environment, Parameters(row, target), row.Effect),
    ];

    /// <summary>Only those that suffer: what works is not restarted.</summary>
    private IEnumerable<string> Callers(string component) =>
        map.CallersOf(component).Append(bundle.Subject.Component).Where(map.IsUnwell).Where(name => name != component)
            .Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal);

    private SortedDictionary<string, string> Parameters(RemedyRow row, string target)
    {
        var parameters = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var limit = bundle.All(result => result.Facts).FirstOrDefault(fact => fact.Component == target && fact.Name == row.Limit)?.Value;
        if (row.Limit is not null && limit is { } now)
        {
            parameters["parameter"] = row.Limit;
            parameters["from"] = now.ToString("0", CultureInfo.InvariantCulture);
            parameters["to"] = (now * row.Factor).ToString("0", CultureInfo.InvariantCulture);
        }

        return parameters;
    }
}
