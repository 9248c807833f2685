using System.Text.Json;
using Helm.Conversation.Dialogs;
using Helm.Operations.Delivery;

namespace Helm.Conversation.Notices;

/// <summary>Words what Helm tells on its own account, from the same dialogs as its answers.</summary>
public sealed class NoticeLibrary(DialogLibrary dialogs) : IWording
{
    /// <summary>With the card, for channels that can draw one.</summary>
    public WordedAnswer Told(OutboxMessage message)
    {
        using var facts = JsonDocument.Parse(message.Body);

        return dialogs.Word(new Answer(message.Kind, facts.RootElement.Clone()));
    }

    /// <summary>Null for what has no card, or no wording.</summary>
    public Card? CardOf(OutboxMessage message) => dialogs.Wordings.Contains(message.Kind) ? Told(message).Card : null;

    public WordedMessage Word(OutboxMessage message)
    {
        if (!dialogs.Wordings.Contains(message.Kind))
        {
            return new(message.Kind, $"{message.Kind}: {message.Body}", message.Kind, []);
        }

        var told = Told(message);

        return new(
            told.Card?.Title ?? told.Text.Split('\n')[0],
            told.Text,
            told.Speech,
            [.. (told.Card?.Actions.Select(action => action.Says) ?? []).Union(told.Suggestions.Select(suggestion => suggestion.Title))]);
    }
}
