using System.Text.Json.Nodes;
using Helm.Conversation.Dialogs;

namespace Helm.Chat.BotFramework.Cards;

/// <summary>The buttons of a card: sentences that it offers, and the decision on a plan that it shows.</summary>
internal sealed class CardButtons
{
    /// <summary>More people than this a card may not be drawn for one by one.</summary>
    private const int MostViewers = 60;

    private CardButtons(bool executes, PlanQuestion? plan, IReadOnlyList<string> viewers) => (Executes, Plan, Viewers) = (executes, plan, viewers);

    /// <summary>Action.Submit, which every channel knows and which comes back as a message.</summary>
    public static CardButtons Plain { get; } = new(executes: false, null, []);

    /// <summary>True for Action.Execute, after which the card is replaced in place.</summary>
    private bool Executes { get; }

    private PlanQuestion? Plan { get; }

    private IReadOnlyList<string> Viewers { get; }

    /// <param name="viewers">Who sees the card drawn anew each time it is looked at.</param>
    public static CardButtons For(string? channelId, PlanQuestion? plan, params IEnumerable<string> viewers) =>
        new(channelId == Channels.Teams, plan, [.. viewers.Take(MostViewers)]);

    /// <summary>Null where the channel does not draw a card anew, or nothing on it can change.</summary>
    public JsonObject? Refresh => Executes && Plan is not null && Viewers.Count > 0
        ? new()
        {
            ["action"] = Execute("Refresh", CardVerbs.Refresh, new() { [CardVerbs.Plan] = Plan.PlanId }),
            ["userIds"] = new JsonArray([.. Viewers.Select(viewer => (JsonNode)viewer)]),
        }
        : null;

    public IEnumerable<JsonNode> Of(Card card) =>
    [
        .. Decisions(),
        .. card.Actions.Select(action => Button(action.Title, CardVerbs.Say, new() { [CardVerbs.Says] = action.Says })),
    ];

    private IEnumerable<JsonNode> Decisions()
    {
        if (Plan is null)
        {
            yield break;
        }

        yield return Styled(Button("Approve", CardVerbs.Decide, Decision(approves: true)), "positive");
        yield return Styled(Button("Reject", CardVerbs.Decide, Decision(approves: false)), "destructive");
    }

    private JsonObject Decision(bool approves) => new()
    {
        [CardVerbs.Plan] = Plan!.PlanId,
        [CardVerbs.Hash] = Plan.PlanHash,
        [CardVerbs.Approves] = approves,
    };

    private static JsonObject Styled(JsonObject button, string style)
    {
        button["style"] = style;
        return button;
    }

    private JsonObject Button(string title, string verb, JsonObject data)
    {
        if (!Executes)
        {
            return Submit(title, data);
        }

        var button = Execute(title, verb, data);
        button["fallback"] = Submit(title, (JsonObject)data.DeepClone());
        return button;
    }

    private static JsonObject Execute(string title, string verb, JsonObject data) =>
        new() { ["type"] = "Action.Execute", ["title"] = title, ["verb"] = verb, ["data"] = data };

    private static JsonObject Submit(string title, JsonObject data) =>
        new() { ["type"] = "Action.Submit", ["title"] = title, ["data"] = data };
}
