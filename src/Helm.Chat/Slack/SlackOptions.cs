using Helm.Operations.Settings;

namespace Helm.Chat.Slack;

/// <summary>The door for Slack; section <c>Helm:Slack</c>.</summary>
public sealed class SlackOptions
{
    public const string Section = "Helm:Slack";

    /// <summary>Of the installed app, xoxb-…, by reference; empty: the door is shut.</summary>
    public string BotToken { get; set; } = "";

    /// <summary>App-level, xapp-…, by reference: Socket Mode, which needs no public address.</summary>
    public string AppToken { get; set; } = "";

    /// <summary>By reference: <c>POST /slack/events</c> takes what is signed with it.</summary>
    public string SigningSecret { get; set; } = "";

    /// <summary>Ids of the workspaces whose people are heard; empty: the one that the app is installed in.</summary>
    public IList<string> AllowedTeams { get; init; } = [];

    /// <summary>Whether somebody is also the person of <c>Helm:People</c> whose e-mail address the own workspace has confirmed; guests never. Needs the scope users:read.email.</summary>
    public bool LinkByEmail { get; set; }

    public string ApiUrl { get; set; } = "https://slack.com/api/";

    /// <summary>How long one answer may take, all attempts to deliver it included.</summary>
    public Duration AnswerTimeout { get; set; } = Duration.FromSeconds(60);

    /// <summary>How long a message is remembered, so that one that is sent again is not answered again.</summary>
    public Duration RememberMessages { get; set; } = Duration.FromDays(1);

    internal bool IsConfigured => BotToken.Length > 0;
}
