namespace Helm.Conversation.Dialogs;

/// <summary>Wording that cannot be used; the message says which file and why.</summary>
public sealed class DialogException : Exception
{
    public DialogException()
    {
    }

    public DialogException(string message)
        : base(message)
    {
    }

    public DialogException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
