namespace Helm.Chat.Slack.Blocks;

/// <summary>A button and what it stands for; with choices a menu.</summary>
/// <param name="Value">What comes back when it is pressed: a sentence, a form to open, a decision.</param>
internal sealed record SlackButton(string Title, string Value)
{
    /// <summary>Says a sentence.</summary>
    public const string Say = "say";

    /// <summary>Opens a form.</summary>
    public const string Ask = "ask";

    /// <summary>Decides a plan.</summary>
    public const string Decide = "plan";

    public string Action { get; init; } = Say;

    /// <summary><c>primary</c> or <c>danger</c>; null for neither.</summary>
    public string? Style { get; init; }

    /// <summary>What Slack asks before it counts; null where nothing is asked.</summary>
    public string? Confirm { get; init; }

    public IReadOnlyList<SlackChoice> Choices { get; init; } = [];
}

/// <summary>One line of a menu.</summary>
internal sealed record SlackChoice(string Title, string Value);

/// <summary>A message as Slack takes it.</summary>
/// <param name="Text">For notifications, escaped.</param>
/// <param name="Whole">The complete answer as plain text where the blocks had to be shortened: it goes along as a file.</param>
internal sealed record SlackContent(string Text, System.Text.Json.Nodes.JsonArray Blocks, string? Whole);
