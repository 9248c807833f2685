namespace Helm.Benchmarks.Channels;

/// <summary>The settings of a host that people talk to, whose channels are a port of loopback.</summary>
internal static class ChannelSettings
{
    public const string Secret = "bench-signing-secret";

    private const string TokenVariable = "HELM_BENCH_SLACK_TOKEN";
    private const string SecretVariable = "HELM_BENCH_SLACK_SECRET";

    public static Dictionary<string, string?> For(string folder, string cloud, string channels)
    {
        Environment.SetEnvironmentVariable(TokenVariable, "xoxb-bench");
        Environment.SetEnvironmentVariable(SecretVariable, Secret);
        return new(SiteSettings.For(new Uri(cloud), [SiteSettings.Production], folder, watching: true))
        {
            ["Helm:Security:UnknownPersonRole"] = "Viewer",
            ["Helm:BotFramework:Enabled"] = "true",
            ["Helm:BotFramework:DevelopmentMode"] = "true",
            ["Helm:Slack:BotToken"] = "env:" + TokenVariable,
            ["Helm:Slack:SigningSecret"] = "env:" + SecretVariable,
            ["Helm:Slack:ApiUrl"] = channels + "/api/",
        };
    }
}
