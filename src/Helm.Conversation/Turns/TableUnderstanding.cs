using Helm.Conversation.Intents;
using Microsoft.Extensions.Logging;

namespace Helm.Conversation.Turns;

/// <summary>Understands by the intent table, and completes what was said by what went before.</summary>
/// <remarks>A changed file of the table is taken up while the host runs.</remarks>
internal sealed class TableUnderstanding(IntentTable table, TimeProvider time, ILogger<TableUnderstanding> log) : IUnderstanding, IDisposable
{
    private readonly IDisposable _watch = Warmed(table).Watch(time, new ReloadLog(log).Tell);

    public Understood Understand(string text, Vocabulary vocabulary, TurnContext context)
    {
        var read = table.Explain(text, vocabulary, context);
        var match = Others.Apply(read.Match, read.Words, context, table);
        var parts = Compound.Parts(text, match, vocabulary, context, table);
        var command = ContextResolver.Resolve(match, context, vocabulary, table);

        return new(match, command)
        {
            Changes = table.Changes(command),
            Parts = [.. parts.Select(part => part.Text)],
            TooMany = parts.Count > Compound.MostParts || parts.Count(part => part.Changes) > 1,
        };
    }

    public string? Write(Command command) => SlashCommand.Format(table, command);

    public void Dispose() => _watch.Dispose();

    /// <summary>The first sentence that no pattern claims would wait for the training of what guesses; a thread of its own does not.</summary>
    private static IntentTable Warmed(IntentTable table)
    {
        _ = Task.Run(() => table.Match("a sentence that no pattern claims", Vocabulary.Empty, TurnContext.Empty));
        return table;
    }
}
