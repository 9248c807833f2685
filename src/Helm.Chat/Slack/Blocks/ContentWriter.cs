using System.Text.Json.Nodes;
using Helm.Conversation.Dialogs;

namespace Helm.Chat.Slack.Blocks;

/// <summary>Collects blocks until a limit is reached; what no longer fits is noted, never sent.</summary>
internal sealed class ContentWriter
{
    /// <summary>Room for the buttons and for the line that says what was left out.</summary>
    private const int Reserve = 4;

    private readonly JsonArray _blocks = [];
    private int _text;
    private bool _isFull;

    public void Header(string title) => Add(new() { ["type"] = "header", ["text"] = BlockText.Plain(title, Limits.Header) }, Math.Min(title.Length, Limits.Header));

    public void Context(string text)
    {
        var escaped = BlockText.Pieces(text, 1000).FirstOrDefault("–");
        Add(new() { ["type"] = "context", ["elements"] = new JsonArray(BlockText.Marked(escaped)) }, escaped.Length);
    }

    public void Paragraph(string text)
    {
        foreach (var piece in BlockText.Pieces(text, Limits.Section))
        {
            Add(new() { ["type"] = "section", ["text"] = BlockText.Marked(piece) }, piece.Length);
        }
    }

    public void Section(CardSection section)
    {
        if (section.Title is { Length: > 0 } title)
        {
            var escaped = $"*{Mrkdwn.Escape(BlockText.Cut(title.Replace('\n', ' '), Limits.Header))}*";
            Add(new() { ["type"] = "section", ["text"] = BlockText.Marked(escaped) }, escaped.Length);
        }

        Paragraph(string.Join('\n', section.Lines));
        foreach (var facts in section.Facts.Chunk(Limits.Fields))
        {
            var fields = facts.Select(Field).ToArray();
            Add(
                new() { ["type"] = "section", ["fields"] = new JsonArray([.. fields.Select(field => (JsonNode)BlockText.Marked(field))]) },
                fields.Sum(field => field.Length));
        }
    }

    public void Buttons(IReadOnlyList<SlackButton> buttons)
    {
        var fitting = buttons.Where(button => button.Value.Length is > 0 and <= Limits.ButtonValue && button.Title.Trim().Length > 0).Take(Limits.Buttons).ToArray();
        if (fitting.Length > 0)
        {
            _text += fitting.Sum(button => Math.Min(button.Title.Length, Limits.ButtonText) + (button.Confirm?.Length ?? 0) + button.Choices.Sum(choice => choice.Title.Length));
            _blocks.Add(new JsonObject
            {
                ["type"] = "actions",
                ["elements"] = new JsonArray([.. fitting.Select((button, index) => button.Choices.Count > 0 ? Elements.Menu(button, index) : Elements.Button(button, index))]),
            });
        }
    }

    /// <param name="shortened">What is said where not all has found room.</param>
    public SlackContent Finish(string fallback, string whole, string shortened)
    {
        if (_isFull)
        {
            _blocks.Add(new JsonObject { ["type"] = "context", ["elements"] = new JsonArray(BlockText.Marked(shortened)) });
        }

        return new(fallback, _blocks, _isFull ? whole : null);
    }

    private static string Field(CardFact fact) =>
        $"*{BlockText.Pieces(fact.Label, Limits.Header).FirstOrDefault("–")}*\n{BlockText.Pieces(fact.Value, Limits.Field - Limits.Header - 3).FirstOrDefault("–")}";

    private void Add(JsonObject block, int text)
    {
        if (_isFull || _blocks.Count + 1 > Limits.Blocks - Reserve || _text + text > Limits.AllText - Limits.Section / 2)
        {
            _isFull = true;
            return;
        }

        _text += text;
        _blocks.Add(block);
    }
}
