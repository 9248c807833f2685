namespace Helm.Connectors.GitHub;

/// <summary>Issues in GitHub or GitHub Enterprise; section <c>Helm:Connectors:GitHub</c>.</summary>
public sealed class GitHubOptions
{
    public const string Section = "Helm:Connectors:GitHub";

    /// <summary>owner/name; empty for no GitHub.</summary>
    public string Repository { get; set; } = "";

    /// <summary>For Enterprise: <c>https://github.example.com/api/v3</c>.</summary>
    public string ApiUrl { get; set; } = "https://api.github.com";

    /// <summary>By reference: <c>env:NAME</c> or <c>file:PATH</c>; needs "issues: write" on the repository.</summary>
    public string Token { get; set; } = "";

    /// <summary>Of the webhook that tells of closed issues, by reference; empty for polling only.</summary>
    public string WebhookSecret { get; set; } = "";
}
