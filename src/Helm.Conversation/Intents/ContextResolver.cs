namespace Helm.Conversation.Intents;

/// <summary>
/// Completes what was said by what went before: "it", "the second one", "and staging?", "no, I meant test". Adds no
/// defaults: what neither the sentence nor the context says stays open.
/// </summary>
public static class ContextResolver
{
    private const string IssueId = "issue_id";
    private const string Ordinal = "ordinal";
    private const string Environment = "environment";
    private const string Reference = "reference";

    private static readonly string[] AboutAnIssue =
    [
        IntentNames.Investigate, IntentNames.Remediate, IntentNames.Escalate, IntentNames.Acknowledge, IntentNames.History,
        IntentNames.LogsQuery, IntentNames.Silence,
    ];

    private static readonly string[] AboutAResource = [IntentNames.StatusQuery, IntentNames.MetricsQuery];

    private static readonly string[] NeedsAnObject =
        [IntentNames.Investigate, IntentNames.Remediate, IntentNames.Escalate, IntentNames.Acknowledge];

    /// <summary>A name of the object that was asked about; one of them is enough to know what is meant.</summary>
    private static readonly string[] Objects = [IssueId, Ordinal, Reference, "resource", "domain", "environment"];

    /// <param name="table">Says which slots the intents have: a reused value must suit the new request.</param>
    public static Command Resolve(IntentMatch match, TurnContext context, Vocabulary vocabulary, IntentTable table) =>
        match.FollowsUp && Elsewhere(match.Entities, context, vocabulary) is { } environment
            ? new Command(IntentNames.IssuesList, new Dictionary<string, object> { [Environment] = environment })
            : Complete(match, context, vocabulary, table);

    private static Command Complete(IntentMatch match, TurnContext context, Vocabulary vocabulary, IntentTable table)
    {
        var corrects = Corrects(match, context);
        var intent = corrects ? context.LastIntent! : match.Intent;
        var entities = new Dictionary<string, object>(corrects || match.FollowsUp ? context.LastEntities : match.Entities);
        if (corrects || match.FollowsUp)
        {
            Replace(entities, match.Entities);
        }

        var slots = table.Find(intent)?.Slots.Keys.ToHashSet() ?? [];
        BindReference(intent, entities, slots, context, vocabulary);
        BindOrdinal(entities, context, vocabulary);

        return new Command(intent, entities.Where(entity => corrects || slots.Contains(entity.Key)).ToDictionary());
    }

    /// <summary>"And staging?" after an issue of production was told asks for what is wrong there, not for that issue again.</summary>
    private static string? Elsewhere(IReadOnlyDictionary<string, object> said, TurnContext context, Vocabulary vocabulary) =>
        said.GetValueOrDefault(Environment) is string environment
        && context.LastEntities.GetValueOrDefault(IssueId) is string id
        && vocabulary.Issues.FirstOrDefault(issue => issue.IssueId == id) is { Environment: { } home } && home != environment
            ? environment
            : null;

    /// <summary>What only says that it was not meant so asks for nothing again.</summary>
    private static bool Corrects(IntentMatch match, TurnContext context) =>
        match.Intent == IntentNames.Correction && match.Entities.Count > 0 && context.LastIntent is not null;

    /// <summary>An issue replaces another issue, however either was named.</summary>
    private static void Replace(Dictionary<string, object> entities, IReadOnlyDictionary<string, object> said)
    {
        if (said.ContainsKey(Ordinal) || said.ContainsKey(IssueId))
        {
            entities.Remove(IssueId);
            entities.Remove(Ordinal);
            entities.Remove(Reference);
        }

        foreach (var (slot, value) in said)
        {
            entities[slot] = value;
        }
    }

    private static void BindReference(
        string intent, Dictionary<string, object> entities, HashSet<string> slots, TurnContext context, Vocabulary vocabulary)
    {
        if (AboutAResource.Contains(intent))
        {
            BindResource(entities, slots, context, vocabulary);
            return;
        }

        var refers = entities.Remove(Reference);
        var silent = NeedsAnObject.Contains(intent) && !Objects.Any(entities.ContainsKey);
        if (!(refers || silent) || !AboutAnIssue.Contains(intent) || entities.ContainsKey(IssueId) || entities.ContainsKey(Ordinal))
        {
            return;
        }

        if (context.FocusIssue is { } focus && slots.Contains(IssueId))
        {
            entities[IssueId] = focus;
        }
        else
        {
            Reuse(entities, slots, context);
        }
    }

    /// <summary>Without an issue in focus, "it" is what the last request was about.</summary>
    private static void Reuse(Dictionary<string, object> entities, HashSet<string> slots, TurnContext context)
    {
        foreach (var (slot, value) in context.LastEntities.Where(entity => Objects.Contains(entity.Key) && slots.Contains(entity.Key)))
        {
            entities.TryAdd(slot, value);
        }
    }

    /// <summary>"Its memory", "is it up again": of what was spoken of last, else of what the issue in focus is about.</summary>
    private static void BindResource(Dictionary<string, object> entities, HashSet<string> slots, TurnContext context, Vocabulary vocabulary)
    {
        if (!entities.Remove(Reference) || Objects.Any(entities.ContainsKey))
        {
            return;
        }

        Reuse(entities, slots, context);
        if (!Objects.Any(entities.ContainsKey)
            && vocabulary.Issues.FirstOrDefault(issue => issue.IssueId == context.FocusIssue) is { Resource: { } resource } focused)
        {
            entities["resource"] = resource;
            if (focused.Environment is { } environment && slots.Contains(Environment))
            {
                entities[Environment] = environment;
            }
        }
    }

    /// <summary>Counted in the list that was just read out, else in the list of open issues; beyond its end it stays open.</summary>
    private static void BindOrdinal(Dictionary<string, object> entities, TurnContext context, Vocabulary vocabulary)
    {
        if (entities.GetValueOrDefault(Ordinal) is not int ordinal)
        {
            return;
        }

        var issues = context.Issues.Count > 0
            ? context.Issues
            : [.. vocabulary.Issues.OrderBy(issue => issue.Ordinal).Select(issue => issue.IssueId)];
        if (issues.ElementAtOrDefault(ordinal < 0 ? issues.Count + ordinal : ordinal - 1) is { } issue)
        {
            entities.Remove(Ordinal);
            entities[IssueId] = issue;
        }
    }
}
