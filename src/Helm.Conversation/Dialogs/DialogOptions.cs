using System.ComponentModel.DataAnnotations;

namespace Helm.Conversation.Dialogs;

/// <summary>Where the wording is; section <c>Helm:Conversation</c>.</summary>
public sealed class DialogOptions
{
    /// <summary>A folder of dialog files; a relative one is looked for in the current folder, then beside the program.</summary>
    [Required]
    public string Dialogs { get; set; } = "dialogs/en";

    internal string Resolve() =>
        Path.GetFullPath(Dialogs) is var here && Directory.Exists(here) ? here : Path.GetFullPath(Dialogs, AppContext.BaseDirectory);
}
