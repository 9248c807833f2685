using Helm.PracticeCloud.Faults;
using Helm.PracticeCloud.Identity;
using Helm.PracticeCloud.Scenarios;
using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.Endpoint;

/// <summary>Does what was asked, unless a fault strikes, and keeps the books.</summary>
internal sealed class Execution(FaultBoard faults, CallBook book, Stage stage)
{
    public async Task RunAsync(Asked asked, Reply reply)
    {
        book.Received(asked.Name);
        var hits = faults.Next(asked.Service.Name, asked.Operation.Name);
        foreach (var hit in hits)
        {
            book.Spoiled(asked.Name, hit.Kind);
        }

        await reply.DelayAsync(hits);
        var spoiler = hits.FirstOrDefault(hit => hit.Kind != FaultKind.Latency);
        if (spoiler is { Kind: FaultKind.Denied })
        {
            Record(asked, "not done: denied");
            throw IdentityErrors.NotAllowed(reply.Protocol, asked.Caller.Arn, asked.Service.ActionOf(asked.Operation));
        }

        if (spoiler is not null && await reply.SpoilBeforeAsync(spoiler, asked.Service))
        {
            Record(asked, "not done: " + spoiler.Kind);
            return;
        }

        var call = new AwsCall
        {
            Service = asked.Service,
            Operation = asked.Operation,
            Input = asked.Input,
            Estate = asked.Estate,
            Caller = asked.Caller,
            RequestId = reply.RequestId,
            Partial = spoiler?.Kind == FaultKind.Partial,
        };
        using var answer = Do(asked, call, reply);
        await reply.AnswerAsync(call, answer, spoiler);
    }

    private AnswerWriter Do(Asked asked, AwsCall call, Reply reply)
    {
        var answer = Answers.For(reply.Protocol, call.Service, call.Operation, call.RequestId);
        try
        {
            Run(call, answer);
        }
        catch (AwsErrorException error)
        {
            answer.Dispose();
            Record(asked, error.Code);
            throw;
        }

        answer.Finish();
        if (asked.Operation.Mutates)
        {
            Record(asked, "done");
            stage.Saw(asked.Estate, asked.Name, asked.Input.Element);
        }

        return answer;
    }

    private static void Run(AwsCall call, AnswerWriter answer)
    {
        if (call.Service.TakesGateItself)
        {
            call.Operation.Run(call, answer);
            return;
        }

        lock (call.Estate.Gate)
        {
            call.Operation.Run(call, answer);
        }
    }

    private void Record(Asked asked, string outcome)
    {
        if (asked.Operation.Mutates)
        {
            book.Record(new Mutation(asked.Estate.Clock.Now, asked.Estate.AccountId, asked.Name, asked.Input.Element, outcome));
        }
    }
}
