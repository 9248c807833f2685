using Helm.Conversation.Dialogs;

namespace Helm.Host.Web.Boards;

/// <summary>The words of the page, from the same dialogs as Helm's answers; a language pack may leave them out.</summary>
internal sealed class PageWording(DialogLibrary dialogs)
{
    public string Text(string wording, object facts) => Word(wording, facts)?.Text.Trim() ?? "";

    public Card? Card(string wording, object facts) => Word(wording, facts)?.Card;

    private WordedAnswer? Word(string wording, object facts) => dialogs.Wordings.Contains(wording) ? dialogs.Word(new Answer(wording, facts)) : null;
}
