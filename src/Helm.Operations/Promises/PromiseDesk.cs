using Helm.Operations.Delivery;
using Helm.Operations.Issues;
using Helm.Operations.Transactions;

namespace Helm.Operations.Promises;

/// <summary>Where Helm promises to tell somebody when something is back, and is released from it.</summary>
public sealed class PromiseDesk(
    ITransactions transactions, IPromiseStore store, IIssueReader issues, IIssueEditor editor, ConversationDoors doors, TimeProvider time)
{
    /// <summary>True when Helm can speak up in this conversation by itself.</summary>
    public bool CanTell(string? conversation) => doors.Find(conversation) is not null;

    /// <summary>Null when nothing is wrong there, so that there is nothing to wait for.</summary>
    public Task<PromiseMade?> MakeAsync(Promise asked, CancellationToken cancellation) => transactions.RunAsync(
        async token =>
        {
            if (await WaitedForAsync(asked, token) is not { } issue)
            {
                return null;
            }

            var now = time.GetUtcNow();
            var (promise, isNew) = await store.AddAsync(asked with { MadeAt = now }, token);
            if (isNew)
            {
                await editor.EditAsync(issue.IssueId, IssueChange.Noted, one => IssueLifecycle.Note(one, $"{asked.Person} is to be told when it is over", now), token);
            }

            return new PromiseMade(promise, issue, isNew);
        },
        cancellation);

    /// <summary>What this person is to be told in this conversation.</summary>
    public Task<IReadOnlyList<Promise>> OpenAsync(string conversation, string personId, CancellationToken cancellation) =>
        store.OpenAsync(conversation, personId, cancellation);

    /// <summary>Ends those of this person in this conversation that are meant; all, when nothing is named.</summary>
    public Task<IReadOnlyList<Promise>> CancelAsync(string conversation, string personId, Func<Promise, bool> isMeant, CancellationToken cancellation) =>
        transactions.RunAsync<IReadOnlyList<Promise>>(
            async token =>
            {
                var ended = new List<Promise>();
                foreach (var promise in (await store.OpenAsync(conversation, personId, token)).Where(isMeant))
                {
                    if (await store.EndAsync(promise.Id, PromiseEnding.Cancelled, time.GetUtcNow(), token))
                    {
                        ended.Add(promise);
                    }
                }

                return ended;
            },
            cancellation);

    /// <summary>The issue itself while it is open, else the most urgent one of the resource or the environment.</summary>
    private async Task<Issue?> WaitedForAsync(Promise asked, CancellationToken cancellation) => asked.IssueId is { } id
        ? await issues.FindAsync(id, cancellation) is { Status: not IssueStatus.Resolved } open ? open : null
        : await issues.ListAsync(new() { Environment = asked.Environment, Resource = asked.Resource, Top = 1 }, cancellation) is [var first, ..] ? first : null;
}

/// <summary>A promise, and what it waits for.</summary>
/// <param name="IsNew">False when the same was promised before.</param>
public sealed record PromiseMade(Promise Promise, Issue Issue, bool IsNew);
