using System.Diagnostics;
using Helm.Conversation.Direction;
using Helm.Conversation.Intents;
using Helm.Operations.People;
using Microsoft.Extensions.Logging;

namespace Helm.Conversation.Turns;

/// <summary>Takes part in conversations: one utterance in, one reply out, and the conversation remembered.</summary>
/// <remarks>There is one turn at a time per conversation: a turn that was overtaken is taken again from the newer state.</remarks>
public sealed partial class Assistant
{
    private const int MostAttempts = 5;

    private readonly IConversationStore _store;
    private readonly Conversant _conversant;
    private readonly Director _director;
    private readonly Replies _replies;
    private readonly ILogger<Assistant> _logger;

    internal Assistant(IConversationStore store, Conversant conversant, Director director, Replies replies, ILogger<Assistant> logger) =>
        (_store, _conversant, _director, _replies, _logger) = (store, conversant, director, replies, logger);

    /// <summary>Always answers; what fails on the way is logged under the id that the apology names.</summary>
    public async Task<Reply> RespondAsync(Utterance utterance, CancellationToken cancellation)
    {
        try
        {
            for (var attempt = 1; attempt <= MostAttempts; attempt++)
            {
                var state = await _store.LoadAsync(utterance.ConversationId, cancellation);
                var (reply, next) = await TakeAsync(utterance, state, cancellation);
                if (await _store.SaveAsync(next, cancellation))
                {
                    return reply;
                }
            }

            throw new InvalidOperationException($"Other turns of the conversation {utterance.ConversationId} were faster {MostAttempts} times.");
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            return Apology(Talk(IntentNames.OutOfScope), failure, utterance.Person);
        }
    }

    /// <summary>Runs a command from a button, a slash command or an API call; nothing of it is remembered.</summary>
    public async Task<Reply> RunAsync(Command command, Person person, CancellationToken cancellation)
    {
        try
        {
            return _replies.Of(command, await _director.RunAsync(new CommandRequest(command, person, TurnContext.Empty) { Origin = Origin.Button }, cancellation), person);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            return Apology(command, failure, person);
        }
    }

    private static Command Talk(string intent) => new(intent, new Dictionary<string, object>());

    private async Task<(Reply Reply, ConversationState Next)> TakeAsync(
        Utterance utterance, ConversationState state, CancellationToken cancellation)
    {
        try
        {
            var turn = await _conversant.TakeAsync(utterance, state, cancellation);
            if (turn.Parts.Count > 0)
            {
                return await TakeAllAsync(utterance, turn, state, cancellation);
            }

            var reply = turn.Repeated ?? _replies.Of(turn.Command, turn.Answer, utterance.Person);

            return (reply, Memory.After(state, turn.Command, turn.Answer, reply, utterance.Person.Id));
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            // The state stays as it was: references and questions survive an outage.
            return (Apology(Talk(IntentNames.OutOfScope), failure, utterance.Person), state);
        }
    }

    /// <summary>Several requests of one utterance: each is answered with what the one before left behind, all in one reply.</summary>
    private async Task<(Reply Reply, ConversationState Next)> TakeAllAsync(
        Utterance utterance, Turn several, ConversationState state, CancellationToken cancellation)
    {
        var replies = new List<Reply>();
        foreach (var part in several.Parts)
        {
            (var reply, state) = await TakeAsync(utterance with { Text = part }, state, cancellation);
            replies.Add(reply);
        }

        var all = Replies.Joined(replies);

        return (all, state with { LastReply = Memory.Kept(all) });
    }

    private Reply Apology(Command command, Exception failure, Person listener)
    {
        var correlation = Activity.Current?.TraceId.ToHexString() ?? Guid.NewGuid().ToString("N");
        LogFailed(failure, correlation);

        return _replies.Of(new Command(command.Intent, new Dictionary<string, object>()), Refusals.Outage(correlation, command.Intent), listener);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A turn failed, correlation {Correlation}.")]
    private partial void LogFailed(Exception failure, string correlation);
}
