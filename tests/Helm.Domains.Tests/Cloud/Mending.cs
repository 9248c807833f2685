using Helm.Operations.Remediation.Plans;
using Helm.Operations.Remediation.Remedies;
using Helm.PracticeCloud;

namespace Helm.Domains.Tests.Cloud;

/// <summary>One mend against a practice cloud of its own.</summary>
internal sealed class Mending : IAsyncDisposable
{
    private const string Mark = "helm rem-001 step 0 test";

    private readonly IRemedy _remedy;
    private readonly StepMark _mark = new(Mark, TimeProvider.System.GetUtcNow());

    private Mending(Practice practice, IRemedy remedy, PlannedAction action) => (Practice, _remedy, Action) = (practice, remedy, action);

    public Practice Practice { get; }

    public PlannedAction Action { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static Task<Practice> StartAsync() => Practice.StartAsync(
        new PracticeCloudOptions { TimeScale = 200 },
        ("Environments:prod:RemediatorRole", "arn:aws:iam::123456789012:role/HelmRemediator"),
        ("Environments:staging:RemediatorRole", "arn:aws:iam::234567890123:role/HelmRemediator"));

    public static async Task<Mending> ProposedAsync(RemedyRequest request)
    {
        var practice = await StartAsync();
        var remedy = practice.Remedies.Find(request.Verb, request.Target.Type)!;
        var answer = await remedy.ProposeAsync(request, Stop);
        var possible = answer as RemedyProposal.Possible ?? throw new InvalidOperationException(((RemedyProposal.Impossible)answer).Reason);
        return new(practice, remedy, Assert.Single(possible.Actions));
    }

    public Task<int> ArrivedAsync(string operation) => Practice.Door.ArrivedAsync(operation);

    public Task SpoilAsync(string operation, bool after) =>
        Practice.Door.SpoilAsync(new { kind = "reset", after, operation = operation[(operation.IndexOf(':', StringComparison.Ordinal) + 1)..] });

    public async Task<SendResult> SendAsync() => (await _remedy.SendAsync(Action, _mark, Stop)).Result;

    public async Task<ActionProgress> SeenAsync() => (await _remedy.DescribeAsync(Action, _mark, Stop)).Progress;

    public Task IsDoneAsync() => IsDoneAsync(Action, _mark);

    /// <summary>False for what cannot be taken back.</summary>
    public async Task<bool> TakeBackAsync()
    {
        if (_remedy.Reverse(Action) is not { } undo)
        {
            return false;
        }

        var mark = new StepMark("helm rem-001 step 1000 test", TimeProvider.System.GetUtcNow());
        Assert.Equal(SendResult.Accepted, (await _remedy.SendAsync(undo, mark, Stop)).Result);
        await IsDoneAsync(undo, mark);
        return true;
    }

    public ValueTask DisposeAsync() => Practice.DisposeAsync();

    private async Task IsDoneAsync(PlannedAction action, StepMark mark)
    {
        for (var look = 0; look < 100; look++)
        {
            var state = await _remedy.DescribeAsync(action, mark, Stop);
            if (state.Progress == ActionProgress.Done)
            {
                return;
            }

            Assert.NotEqual(ActionProgress.Failed, state.Progress);
            await Task.Delay(50, Stop);
        }

        Assert.Fail($"{action.Effect} is never described as done.");
    }
}
