using System.Text.Json.Serialization;

namespace Helm.Conversation.Dialogs;

/// <summary>An answer in words, for each way it may be told.</summary>
/// <param name="Text">For chat and terminal; may have several lines.</param>
/// <param name="Speech">For the ear: no symbols, no digits.</param>
public sealed record WordedAnswer(string Text, string Speech, Card? Card)
{
    /// <summary>What of a long list was not read aloud, item by item.</summary>
    public IReadOnlyList<string> SpeechRest { get; init; } = [];

    /// <summary>What one may say next, the wording's own suggestions included.</summary>
    public IReadOnlyList<Suggestion> Suggestions { get; init; } = [];
}

/// <summary>A card in neutral form; each channel draws it in its own way and escapes it.</summary>
public sealed record Card
{
    public required string Title { get; init; }

    public string? Subtitle { get; init; }

    /// <summary><c>good</c>, <c>warning</c>, <c>attention</c> or <c>default</c>.</summary>
    public string Tone { get; init; } = "default";

    public IReadOnlyList<CardSection> Sections { get; init; } = [];

    public IReadOnlyList<CardAction> Actions { get; init; } = [];

    /// <summary>For channels that take pictures; null without one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CardPicture? Picture { get; init; }
}

/// <summary>A titled part of a card.</summary>
public sealed record CardSection(string? Title, IReadOnlyList<string> Lines, IReadOnlyList<CardFact> Facts);

/// <summary>A labelled value.</summary>
public sealed record CardFact(string Label, string Value);

/// <summary>A button that says a sentence.</summary>
public sealed record CardAction(string Title, string Says);

/// <summary>A picture within a card.</summary>
/// <param name="Says">What it shows.</param>
/// <param name="DataUri">The PNG itself: <c>data:image/png;base64,…</c>.</param>
public sealed record CardPicture(string Says, string DataUri);
