using System.Text.Json;
using Helm.Operations.Changes;
using Helm.Operations.Delivery;
using Helm.Operations.Issues;
using Helm.Operations.Transactions;

namespace Helm.Operations.Promises;

/// <summary>Tells those who asked, once, in the transaction that ends the promise.</summary>
public sealed class PromiseKeeper(
    ITransactions transactions, IPromiseStore store, IIssueReader issues, IIssueEditor editor, IOutbox outbox, ConversationDoors doors, TimeProvider time) : IIssueChangeConsumer
{
    private static readonly JsonSerializerOptions SnakeCase = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public string Name => "promises";

    public bool Wants(IssueChange change) => change == IssueChange.Resolved;

    public Task HandleAsync(ChangedIssue change, CancellationToken cancellation) => transactions.RunAsync(
        async token =>
        {
            var open = await store.OpenAsync(null, null, token);
            if (open.Count == 0 || await issues.FindAsync(change.IssueId, token) is not { Status: IssueStatus.Resolved } issue)
            {
                // It broke again meanwhile: its next end is the one that was waited for.
                return;
            }

            foreach (var promise in open.Where(one => IsAbout(one, issue)))
            {
                if (!await IsStillBrokenAsync(promise, token) && await store.EndAsync(promise.Id, PromiseEnding.Kept, time.GetUtcNow(), token))
                {
                    await TellAsync(promise, issue, token);
                }
            }
        },
        cancellation);

    private static bool IsAbout(Promise promise, Issue issue) => promise.IssueId is { } id
        ? string.Equals(id, issue.IssueId, StringComparison.OrdinalIgnoreCase)
        : promise.Environment == issue.Environment && (promise.Resource is null || string.Equals(promise.Resource, issue.Resource.Name, StringComparison.OrdinalIgnoreCase));

    /// <summary>A resource is back when nothing is wrong with it any more, not when the first of two issues ends.</summary>
    private async Task<bool> IsStillBrokenAsync(Promise promise, CancellationToken cancellation) => promise.IssueId is null
        && (await issues.CountAsync(new() { Environment = promise.Environment, Resource = promise.Resource }, cancellation)).Total > 0;

    private async Task TellAsync(Promise promise, Issue issue, CancellationToken cancellation)
    {
        // A door that is gone by now cannot be told by; the promise ends all the same, and the issue's history says so.
        var door = doors.Find(promise.Conversation);
        if (door is not null)
        {
            await outbox.AddAsync(
                new($"promise/{promise.Id}", door.Channel, door.Address, "promise.kept", JsonSerializer.Serialize(Facts(promise, issue), SnakeCase), Correlation: issue.IssueId), cancellation);
        }

        var noted = door is null ? $"{promise.Person} could not be told that it is over: the conversation is gone" : $"Told {promise.Person} that it is over";
        await editor.EditAsync(issue.IssueId, IssueChange.Noted, one => IssueLifecycle.Note(one, noted, time.GetUtcNow()), cancellation);
    }

    private static object Facts(Promise promise, Issue issue) => new
    {
        PromiseId = promise.Id,
        promise.Person,
        promise.Resource,
        promise.Environment,
        issue.IssueId,
        issue.Summary.Title,
        IssueEnvironment = issue.Environment,
        ResolvedAt = issue.Metadata.ResolvedAt,
        Minutes = issue.Metadata.ResolvedAt is { } at ? Math.Max(0, (int)(at - issue.Metadata.CreatedAt).TotalMinutes) : (int?)null,
    };
}
