using System.Collections.Concurrent;
using Helm.Operations.Remediation.Plans;
using Helm.Operations.Remediation.Remedies;

namespace Helm.Storage.Tests.Remediation;

/// <summary>A remedy whose cloud the test decides; counts what is sent.</summary>
internal sealed class ScriptedRemedy(string action = "restart_lambda", string kind = "lambda") : IRemedy
{
    public string Action => action;

    public IReadOnlyList<string> Names { get; } = [action, "restart", "scale"];

    public ConcurrentQueue<string> Sent { get; } = new();

    public Func<SendOutcome> Answers { get; set; } = () => new(SendResult.Accepted);

    public Func<ActionState> Shows { get; set; } = () => ActionState.Done;

    public bool Reverses { get; set; }

    public string VerbOf(PlannedAction step) => "restart";

    public bool Mends(string resourceType) => resourceType == kind;

    public Task<RemedyProposal> ProposeAsync(RemedyRequest request, CancellationToken cancellation) =>
        Task.FromResult<RemedyProposal>(new RemedyProposal.Possible([Plan(request.Target, "100", "200")]));

    public Task<SendOutcome> SendAsync(PlannedAction planned, StepMark mark, CancellationToken cancellation)
    {
        Sent.Enqueue($"{planned.Parameters["to"]} {mark.Text}");
        return Task.FromResult(Answers());
    }

    public Task<ActionState> DescribeAsync(PlannedAction planned, StepMark mark, CancellationToken cancellation) => Task.FromResult(Shows());

    public PlannedAction? Reverse(PlannedAction done) => Reverses ? Plan(done.Target, done.Parameters["to"], done.Parameters["from"]) : null;

    private PlannedAction Plan(ActionTarget target, string from, string to) => new()
    {
        Action = action,
        Target = target,
        Parameters = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["from"] = from, ["to"] = to },
        Effect = $"set {target.Name} from {from} to {to}",
        Risk = "low",
        Downtime = "0 seconds",
        EstimatedTime = "1 minute",
    };
}
