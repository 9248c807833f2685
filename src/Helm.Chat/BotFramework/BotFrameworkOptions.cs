using System.ComponentModel.DataAnnotations;

namespace Helm.Chat.BotFramework;

/// <summary>The door for the Bot Framework Emulator, <c>Helm:BotFramework</c>.</summary>
public sealed class BotFrameworkOptions
{
    public const string Section = "Helm:BotFramework";

    /// <summary>Whether <c>POST /api/messages</c> is there at all.</summary>
    public bool Enabled { get; set; }

    /// <summary>Without an app id: only programs on this machine, and never in the Production environment.</summary>
    public bool DevelopmentMode { get; set; }

    /// <summary>How long one answer may take, all attempts to deliver it included.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan AnswerTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a message is remembered, so that one that is sent again is not answered again.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "30.00:00:00")]
    public TimeSpan RememberMessages { get; set; } = TimeSpan.FromDays(1);
}
