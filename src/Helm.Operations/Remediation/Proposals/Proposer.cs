using Helm.Operations.Remediation.Plans;
using Helm.Operations.Remediation.Policy;
using Helm.Operations.Remediation.Remedies;

namespace Helm.Operations.Remediation.Proposals;

/// <summary>Makes a plan of a wish: the remedies, their dry run, the level that each needs. Changes nothing.</summary>
public sealed class Proposer(
    RemedyCatalogue catalogue, TargetFinder targets, Diagnosis diagnosis, FirstAid firstAid, ApprovalPolicy policy, Admission admission, PlanDesk desk)
{
    private const string NoneFits = "I know nothing quick that would mend this. Investigate it, or escalate it.";

    public async Task<ProposalResult> ProposeAsync(ProposalRequest request, CancellationToken cancellation)
    {
        if (request.Action is { } asked && policy.IsNever(asked))
        {
            return ProposalResult.Refuse(RefusalKind.Never, $"I never {asked.Replace('_', ' ')}, whoever asks. I can make a work item of it.");
        }

        if (await admission.RefuseAsync(request, cancellation) is { } closed)
        {
            return closed;
        }

        var (steps, missing) = await StepsAsync(request, cancellation);
        return missing ?? await PlanAsync(request, steps, cancellation);
    }

    /// <summary>A plan that takes back what another one did.</summary>
    public async Task<ProposalResult> ProposeUndoAsync(PlanRecord done, ProposalRequest request, CancellationToken cancellation)
    {
        if (await admission.RefuseAsync(request, cancellation) is { } closed)
        {
            return closed;
        }

        var actions = Reversal.Of(done.Plan.Actions, catalogue);
        return actions.Count == 0
            ? ProposalResult.Refuse(RefusalKind.Impossible, "What was done cannot be taken back: a restart is over when it is done.")
            : await desk.KeepAsync(request, [.. actions.Select(Levelled)], done.Plan.Id, cancellation);
    }

    private async Task<(IReadOnlyList<FirstAidStep> Steps, ProposalResult? Missing)> StepsAsync(ProposalRequest request, CancellationToken cancellation)
    {
        if (request.IsImmediate && request.Issue is { } issue)
        {
            var (known, refused) = await diagnosis.OfAsync(issue, request.ByItself, cancellation);
            var steps = refused is null ? await firstAid.ForAsync(known, cancellation) : [];
            return refused is not null ? ([], refused) : steps.Count > 0 ? (steps, null) : ([], ProposalResult.Refuse(RefusalKind.NoRemedy, NoneFits));
        }

        return await NamedAsync(request, request.Resource ?? request.Issue?.Resource.Name, request.Environment ?? request.Issue?.Environment, cancellation);
    }

    private async Task<(IReadOnlyList<FirstAidStep> Steps, ProposalResult? Missing)> NamedAsync(
        ProposalRequest request, string? name, string? environment, CancellationToken cancellation)
    {
        if (name is null)
        {
            return ([], ProposalResult.Refuse(RefusalKind.ResourceNeeded, "What should be changed?"));
        }

        return await targets.FindAsync(name, environment, cancellation) switch
        {
            [] => ([], ProposalResult.Refuse(RefusalKind.UnknownResource, $"Nothing called {name} is deployed{(environment is null ? "" : $" in {environment}")}.")),
            [var only] => ([new(request.Action ?? ProposalRequest.Immediate, only, request.To)], null),
            { } several => ([], ProposalResult.Refuse(
                RefusalKind.EnvironmentNeeded, $"{name} is deployed in several places. Which environment?", [.. several.Select(target => target.Environment).Distinct()])),
        };
    }

    private async Task<ProposalResult> PlanAsync(ProposalRequest request, IReadOnlyList<FirstAidStep> steps, CancellationToken cancellation)
    {
        var actions = new List<PlannedAction>();
        foreach (var step in steps)
        {
            if (step.Target is null || catalogue.Find(step.Action, step.Target.Type) is not { } remedy)
            {
                return NoRemedy(step);
            }

            switch (await remedy.ProposeAsync(new(step.Target, step.To ?? request.To, step.Action) { Cures = request.IsImmediate }, cancellation))
            {
                case RemedyProposal.Impossible impossible:
                    return ProposalResult.Refuse(RefusalKind.Impossible, impossible.Reason);
                case RemedyProposal.Possible possible:
                    actions.AddRange(possible.Actions.Select(Levelled));
                    break;
            }
        }

        return await desk.KeepAsync(request, actions, undoes: null, cancellation);
    }

    private PlannedAction Levelled(PlannedAction action) => action with
    {
        Level = policy.LevelOf(NamesOf(action), action.Target.Environment),
    };

    private List<string> NamesOf(PlannedAction action)
    {
        var names = new List<string> { action.Action };
        names.AddRange(catalogue.Find(action.Action, action.Target.Type)?.Names ?? []);
        if (action.To < action.From)
        {
            names.Add("scale_down");
        }

        return names;
    }

    private ProposalResult.Refused NoRemedy(FirstAidStep step)
    {
        var verb = step.Action.Replace('_', ' ');
        if (step.Target is not { } target)
        {
            return ProposalResult.Refuse(RefusalKind.NoRemedy, $"There is nothing here that I could {verb}.");
        }

        var can = catalogue.For(target.Type);
        return ProposalResult.Refuse(
            RefusalKind.NoRemedy,
            can.Count > 0
                ? $"I cannot {verb} {target.Name}; what I can do with it: {string.Join(", ", can).Replace('_', ' ')}."
                : $"I cannot change anything of the type {target.Type}.",
            can);
    }
}
