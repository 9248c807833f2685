using Helm.Conversation.Dialogs;
using Helm.Conversation.Direction.Issues;
using Helm.Conversation.Intents;
using Helm.Operations.Issues;
using Helm.Operations.Promises;

namespace Helm.Conversation.Direction.Promises;

/// <summary>"Tell me when it is back": promises to tell the asker here, once; lists what was promised, and is released from it.</summary>
internal sealed class PromiseHandler(IssueFinder finder, PromiseDesk desk) : IHandler
{
    private const string Mode = "mode";

    private static readonly string[] NamesOfIssues = [Slots.IssueId, Slots.Ordinal, Slots.Reference];

    public string Intent => IntentNames.Promise;

    public Task<Answer> HandleAsync(CommandRequest request, CancellationToken cancellation) => request switch
    {
        { Origin.Conversation: null } => Task.FromResult(Failed("no_conversation", new { })),
        _ when request.Command.Text(Mode) == "list" => ListAsync(request, cancellation),
        _ when request.Command.Text(Mode) == "end" => EndAsync(request, cancellation),
        _ => BeginAsync(request, cancellation),
    };

    private async Task<Answer> BeginAsync(CommandRequest request, CancellationToken cancellation)
    {
        if (!desk.CanTell(request.Origin.Conversation))
        {
            return Failed("cannot_tell", new { });
        }

        var (named, environment, resource) = (IsAboutAnIssue(request), request.Command.Text(Slots.Environment), request.Command.Text(Slots.Resource));
        if (!named && (resource ?? environment) is not null)
        {
            return environment is null
                ? await OfResourceAsync(request, resource!, cancellation)
                : await MakeAsync(Asked(request) with { Environment = environment, Resource = resource }, cancellation);
        }

        var (issue, instead) = await finder.FindAsync(request, cancellation);
        return issue is null ? instead! : await MakeAsync(Asked(request) with { IssueId = issue.IssueId }, cancellation);
    }

    /// <summary>Where nobody says which one's, it is that of the resource's open issue.</summary>
    private async Task<Answer> OfResourceAsync(CommandRequest request, string resource, CancellationToken cancellation)
    {
        var (issue, instead) = await finder.FindAsync(request, cancellation);
        return issue is null ? instead! : await MakeAsync(Asked(request) with { Environment = issue.Environment, Resource = resource }, cancellation);
    }

    private async Task<Answer> MakeAsync(Promise asked, CancellationToken cancellation) =>
        await desk.MakeAsync(asked, cancellation) is { } made
            ? new Answer(made.IsNew ? "promise.made" : "promise.made_before", PromiseFacts.Of(made.Promise, made.Issue)) { FocusIssue = made.Issue.IssueId }
            : Failed("nothing_wrong", PromiseFacts.Of(asked, null));

    private async Task<Answer> ListAsync(CommandRequest request, CancellationToken cancellation)
    {
        var open = await desk.OpenAsync(request.Origin.Conversation!, request.Person.Id, cancellation);
        return new Answer(open.Count == 0 ? "promise.none" : "promise.listed", new { promises = open.Select(one => PromiseFacts.Of(one, null)) });
    }

    private async Task<Answer> EndAsync(CommandRequest request, CancellationToken cancellation)
    {
        Issue? issue = null;
        if (IsAboutAnIssue(request))
        {
            (issue, var instead) = await finder.FindAsync(request, cancellation);
            if (issue is null)
            {
                return instead!;
            }
        }

        var (environment, resource) = (request.Command.Text(Slots.Environment), request.Command.Text(Slots.Resource));
        var ended = await desk.CancelAsync(
            request.Origin.Conversation!,
            request.Person.Id,
            one => (issue is null || one.IssueId == issue.IssueId) && (environment is null || one.Environment == environment) && (resource is null || one.Resource == resource),
            cancellation);
        return ended.Count == 0
            ? Failed("none", new { promises = Array.Empty<PromiseFacts>() })
            : new Answer("promise.ended", new { promises = ended.Select(one => PromiseFacts.Of(one, null)) });
    }

    private static bool IsAboutAnIssue(CommandRequest request) => NamesOfIssues.Any(request.Command.Entities.ContainsKey);

    private static Promise Asked(CommandRequest request) => new()
    {
        Conversation = request.Origin.Conversation!,
        PersonId = request.Person.Id,
        Person = request.Person.Name,
        MadeAt = default,
    };

    private static Answer Failed(string wording, object facts) => new("promise." + wording, facts) { Succeeded = false };
}

/// <summary>A promise as it is told.</summary>
/// <param name="WaitsFor">The issue that keeps it from being back.</param>
public sealed record PromiseFacts(string PromiseId, string? IssueId, string? Environment, string? Resource, string? WaitsFor, string? Title)
{
    internal static PromiseFacts Of(Promise promise, Issue? issue) => new(
        promise.Id, promise.IssueId, promise.Environment, promise.Resource, issue?.IssueId, issue?.Summary.Title);
}
