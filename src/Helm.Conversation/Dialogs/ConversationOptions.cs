using System.ComponentModel.DataAnnotations;
using Helm.Operations.Settings;

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

    /// <summary>The folder that keeps what was learned from the intent table; empty: it is learned at each start.</summary>
    public string Models { get; set; } = ".helm/models";

    /// <summary>A relative folder is looked for in the current one, then beside the program and above it.</summary>
    internal static string Resolve(string folder) => ProgramFolder.Locate(folder);
}
