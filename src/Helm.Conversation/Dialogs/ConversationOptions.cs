using System.ComponentModel.DataAnnotations;

namespace Helm.Conversation.Dialogs;

/// <summary>Where the language is; section <c>Helm:Conversation</c>. A relative folder is looked for in the current folder, then beside the program.</summary>
public sealed class ConversationOptions
{
    /// <summary>The folder of dialog files: what Helm says.</summary>
    [Required]
    public string Dialogs { get; set; } = "dialogs/en";

    /// <summary>The folder of the intent table: what Helm understands.</summary>
    [Required]
    public string Intents { get; set; } = "intents/en";

    internal static string Resolve(string folder) =>
        Path.GetFullPath(folder) is var here && Directory.Exists(here) ? here : Path.GetFullPath(folder, AppContext.BaseDirectory);
}
