using System.Collections.Concurrent;
using Helm.Conversation.Intents;
using Helm.Conversation.Turns;
using Helm.Host.Turns;
using Helm.Operations.People;

namespace Helm.Host.Tests.Drivers;

/// <summary>Answers so that a test sees what reached the conversation; the doors are real.</summary>
internal sealed class ScriptedTurns : ITurns
{
    public ConcurrentQueue<Utterance> Heard { get; } = [];

    public ConcurrentQueue<(Command Command, Person Person)> Ran { get; } = [];

    public Func<Utterance, Reply> Answer { get; set; } = utterance => Reply($"You said: {utterance.Text}");

    /// <summary>What commands are answered with.</summary>
    public Func<Command, Reply> Outcome { get; set; } = command => Reply($"Ran {command.Intent}") with { Data = new { overall_health = "HEALTHY" } };

    public static Reply Reply(string text) => new() { Text = text, Speech = text + " aloud", Intent = IntentNames.StatusQuery };

    /// <summary>Answers are given when it is complete.</summary>
    public Task Patience { get; set; } = Task.CompletedTask;

    /// <summary>Commands are done when it is complete.</summary>
    public Task Doing { get; set; } = Task.CompletedTask;

    public async Task<Reply> RespondAsync(Utterance utterance, CancellationToken cancellation)
    {
        Heard.Enqueue(utterance);
        await Patience.WaitAsync(cancellation);
        return Answer(utterance);
    }

    public async Task<Reply> RunAsync(Command command, Person person, CancellationToken cancellation)
    {
        Ran.Enqueue((command, person));
        await Doing.WaitAsync(cancellation);
        return Outcome(command);
    }
}
