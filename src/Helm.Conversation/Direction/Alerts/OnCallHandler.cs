using Helm.Conversation.Dialogs;
using Helm.Conversation.Intents;
using Helm.Operations.OnCall;

namespace Helm.Conversation.Direction.Alerts;

/// <summary>Says who is on call, by the first source that is configured.</summary>
internal sealed class OnCallHandler(IEnumerable<IOnCallSource> sources) : IHandler, ISwitchedOff
{
    public string Intent => IntentNames.OnCallQuery;

    public bool IsOff => !sources.Any(source => source.IsOn);

    public async Task<Answer> HandleAsync(CommandRequest request, CancellationToken cancellation)
    {
        if (sources.LastOrDefault(source => source.IsOn) is not { } source)
        {
            return new Answer("oncall_query.switched_off", new { }) { Succeeded = false };
        }

        // Only now is known: another day is not answered with today's name.
        if (request.Command.Text(Slots.TimeRange) is { } said and not ("today" or "tonight" or "now"))
        {
            return new Answer("oncall_query.only_now", new { said, shifts = await source.NowAsync(cancellation) });
        }

        var shifts = await source.NowAsync(cancellation);
        return new Answer(shifts.Count == 0 ? "oncall_query.nobody" : "oncall_query.on_call", new { shifts });
    }
}
