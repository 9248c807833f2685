using Helm.Chat.BotFramework.Authentication;
using Helm.Operations.Settings;

namespace Helm.Chat.BotFramework;

/// <summary>The door for the Bot Framework: Teams, and the Emulator in development mode; section <c>Helm:BotFramework</c>.</summary>
public sealed class BotFrameworkOptions
{
    public const string Section = "Helm:BotFramework";

    /// <summary>Whether <c>POST /api/messages</c> is there at all.</summary>
    public bool Enabled { get; set; }

    /// <summary>Without an app id: only programs on this machine, and never in the Production environment.</summary>
    public bool DevelopmentMode { get; set; }

    /// <summary>Who Helm is towards the channels; none in development mode.</summary>
    public BotIdentityOptions Identity { get; set; } = new();

    /// <summary>Whether somebody in Teams is also the person of <c>Helm:People</c> whose sign-in name they have in the own directory; guests never.</summary>
    public bool LinkByEmail { get; set; }

    /// <summary>How long one answer may take, all attempts to deliver it included.</summary>
    public Duration AnswerTimeout { get; set; } = Duration.FromSeconds(30);

    /// <summary>How long a message is remembered, so that one that is sent again is not answered again.</summary>
    public Duration RememberMessages { get; set; } = Duration.FromDays(1);
}
