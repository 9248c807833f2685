using Helm.Chat.Turns;
using Helm.Conversation.Direction.Mending;
using Helm.Conversation.Intents;
using Helm.Conversation.Turns;
using Helm.Operations.People;

namespace Helm.Host.Turns;

/// <summary>Gives each turn an id that every log line within it carries, and counts it; what was said is not logged.</summary>
internal sealed partial class LoggedTurns(ITurns inner, TurnMetrics metrics, TimeProvider time, ILogger<LoggedTurns> log)
    : IConversationPartner
{
    public Task<Reply> RespondAsync(Utterance utterance, CancellationToken cancellation) =>
        TellAsync(utterance.ConversationId, utterance.Person, () => inner.RespondAsync(utterance, cancellation));

    public Task<Reply> WelcomeAsync(string conversationId, Person person, CancellationToken cancellation) =>
        TellAsync(conversationId, person, () => inner.RunAsync(Greeting, person, cancellation));

    public Task<Reply> DecideAsync(PlanDecision decision, Person person, CancellationToken cancellation) => RunAsync(decision.ToCommand(), person, cancellation);

    public Task<Reply> ReviewAsync(string planId, Person person, CancellationToken cancellation) => RunAsync(PlanDecision.ToSee(planId), person, cancellation);

    public Task<Reply> RunAsync(Command command, Person person, CancellationToken cancellation) =>
        TellAsync("", person, () => inner.RunAsync(command, person, cancellation));

    private static Command Greeting { get; } = new(IntentNames.Greeting, new Dictionary<string, object>());

    private async Task<Reply> TellAsync(string conversation, Person person, Func<Task<Reply>> turn)
    {
        var id = System.Diagnostics.Activity.Current?.SpanId.ToString() ?? Guid.NewGuid().ToString("N")[..16];
        using var scope = log.BeginScope(new Dictionary<string, object> { ["TurnId"] = id, ["ConversationId"] = conversation });
        var begun = time.GetTimestamp();
        var reply = await turn();
        var took = time.GetElapsedTime(begun);
        metrics.Answered(reply, took);
        LogTurn(id, reply.Intent, person.Id, took.TotalMilliseconds);
        return reply;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Turn {Id}: {Intent} for {Person} in {Milliseconds:0.0} ms")]
    private partial void LogTurn(string id, string intent, string person, double milliseconds);
}
