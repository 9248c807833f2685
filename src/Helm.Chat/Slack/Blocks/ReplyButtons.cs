using Helm.Chat.Turns;
using Helm.Conversation.Dialogs;
using Helm.Conversation.Turns;

namespace Helm.Chat.Slack.Blocks;

/// <summary>What can be pressed under a message.</summary>
internal static class ReplyButtons
{
    private const string Snooze = "/helm:silence ";
    private const string For = " --for=";

    private static readonly string[] Bare = ["yes", "no"];

    private static readonly (string Title, string Length)[] Lengths =
        [("15 minutes", "15m"), ("1 hour", "1h"), ("4 hours", "4h"), ("1 day", "1d")];

    /// <summary>A plan is decided by its own buttons; else what the card offers and what may be said next, each once.</summary>
    public static IReadOnlyList<SlackButton> Of(Reply reply)
    {
        var plan = reply.Pending?.Plan;
        var suggestions = reply.Suggestions.Select(suggestion => suggestion.Title)
            .Where(title => plan is null || !Bare.Contains(title, StringComparer.OrdinalIgnoreCase));
        return
        [
            .. plan is null ? [] : Deciding(plan),
            .. reply.Pending is { Kind: "slot" } question ? Answering(question, reply.Text) : [],
            .. Of(reply.Card, suggestions),
        ];
    }

    public static IEnumerable<SlackButton> Of(Card? card, IEnumerable<string> suggestions) => (card?.Actions ?? [])
        .Select(action => Silencing(action) ?? new(action.Title, action.Says))
        .Concat(suggestions.Select(says => new SlackButton(CommandForm.InSlack(says), says)))
        .DistinctBy(button => button.Value, StringComparer.OrdinalIgnoreCase);

    /// <summary>Bound to the plan and the hash that are shown. In production Slack asks once more, in place of the words.</summary>
    private static IEnumerable<SlackButton> Deciding(PlanQuestion plan) =>
    [
        new("Approve", PlanButton.Write(plan, approves: true))
        {
            Action = SlackButton.Decide,
            Style = "primary",
            Confirm = plan.Challenge is null ? null : $"{plan.PlanId} changes production: {string.Join("; ", plan.Actions.Select(action => action.Effect))}.",
        },
        new("Reject", PlanButton.Write(plan, approves: false)) { Action = SlackButton.Decide, Style = "danger" },
    ];

    /// <summary>A question that wants a value has a menu where the values are known, and a form.</summary>
    private static IEnumerable<SlackButton> Answering(Question question, string text)
    {
        var fitting = question.Options.Where(option => option.Length is > 0 and <= Limits.ChoiceValue).Take(Limits.Choices).ToArray();
        if (fitting.Length > 0)
        {
            yield return new("Choose …", "choose") { Choices = [.. fitting.Select(option => new SlackChoice(option, option))] };
        }

        yield return new("Answer …", new Asked(text, null).Write()) { Action = SlackButton.Ask };
    }

    /// <summary>For how long is chosen, or typed into a form.</summary>
    private static SlackButton? Silencing(CardAction action)
    {
        var end = action.Says.LastIndexOf(For, StringComparison.Ordinal);
        if (!action.Says.StartsWith(Snooze, StringComparison.Ordinal) || end < 0 || action.Says[(end + For.Length)..].Contains(' ', StringComparison.Ordinal))
        {
            return null;
        }

        var command = action.Says[..(end + For.Length)];
        var other = new Asked("For how long? Such as 30m, 2h or 1d.", command).Write();
        return command.Length > Limits.ChoiceValue - 4 ? null : new("Snooze …", command)
        {
            Choices =
            [
                .. Lengths.Select(length => new SlackChoice(length.Title, command + length.Length)),
                .. other.Length <= Limits.ChoiceValue ? [new SlackChoice("Other …", other)] : Array.Empty<SlackChoice>(),
            ],
        };
    }
}
