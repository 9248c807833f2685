using Helm.Conversation.Dialogs;
using Helm.Conversation.Direction;
using Helm.Conversation.Intents;
using Helm.Operations.Overviews;
using Helm.Operations.People;
using Microsoft.Extensions.Options;

namespace Helm.Conversation.Turns;

/// <summary>Makes the reply of an answer.</summary>
internal sealed class Replies(DialogLibrary library, IUnderstanding understanding, IOptions<DashboardOptions> dashboard)
{
    /// <param name="listener">Who is told: times are told by that person's clocks.</param>
    public Reply Of(Command command, Answer answer, Person listener)
    {
        var worded = library.Word(answer, listener.TimeZone);

        return new Reply
        {
            Text = Formats.Render(Format(command), answer, worded),
            Speech = worded.Speech,
            SpeechRest = worded.SpeechRest,
            Intent = command.Intent,
            Entities = command.Entities,
            Command = understanding.Write(command),
            Card = worded.Card,
            Suggestions = worded.Suggestions,
            Succeeded = answer.Succeeded,
            Pending = answer.Question,
            Data = answer.Data,
        };
    }

    /// <summary>Several answers in one reply; what may follow is what the last one leaves open.</summary>
    public static Reply Joined(IReadOnlyList<Reply> replies) => replies[^1] with
    {
        Text = string.Join("\n\n", replies.Select(reply => reply.Text)),
        Speech = string.Join(' ', replies.Select(reply => reply.Speech)),
    };

    private string? Format(Command command) =>
        command.Text(Slots.Format) ?? (command.Intent == IntentNames.DashboardView ? dashboard.Value.DefaultOutput : null);
}
