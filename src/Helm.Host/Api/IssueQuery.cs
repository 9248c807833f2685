using Helm.Host.Security;
using Helm.Operations.Issues;

namespace Helm.Host.Api;

/// <summary>Which issues are asked for.</summary>
/// <param name="Status">One state; all that are not resolved when absent.</param>
internal sealed record IssueQuery(
    string? Environment, string? Domain, string? Severity, string? Status, string? Resource, int? Top, string? Format)
{
    private const int MostAtOnce = 1000;

    private static readonly string[] Formats = ["json", "text", "voice"];

    public IResult? Wrong() =>
        NotOneOf("severity", Severity, Operations.Issues.Severity.All)
        ?? NotOneOf("status", Status, IssueStatus.All)
        ?? NotOneOf("format", Format, Formats)
        ?? (Top is < 1 or > MostAtOnce
            ? Problems.Of(StatusCodes.Status400BadRequest, "Bad number", $"top is a number from 1 to {MostAtOnce}.")
            : null);

    public IssueFilter Filter(Dictionary<string, object> scope) => new()
    {
        Environment = scope.GetValueOrDefault("environment") as string,
        Domain = scope.GetValueOrDefault("domain") as string,
        Severity = Severity,
        Status = Status,
        Resource = Resource,
        Top = Top ?? new IssueFilter().Top,
    };

    /// <summary>The same as entities of the command.</summary>
    public Dictionary<string, object> AddTo(Dictionary<string, object> entities)
    {
        foreach (var (name, value) in new (string, object?)[] { ("severity", Severity), ("status", Status), ("resource", Resource), ("top", Top) })
        {
            if (value is not null)
            {
                entities[name] = value;
            }
        }

        return entities;
    }

    private static IResult? NotOneOf(string name, string? value, IReadOnlyList<string> known) => value is null || known.Contains(value)
        ? null
        : Problems.Of(StatusCodes.Status400BadRequest, $"Unknown {name}", $"{name} is one of {string.Join(", ", known)}.");
}
