using Helm.PracticeCloud;

namespace Helm.Host.Tests.Drivers;

/// <summary>Settings of a Helm that watches the practice company, every second.</summary>
internal static class PracticeSettings
{
    public static Dictionary<string, string?> For(PracticeCloudServer cloud, string folder, string repository)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Helm:Schedule:Enabled"] = "true",
            ["Helm:Schedule:WakeInterval"] = "500ms",
            ["Helm:Monitoring:RegistryFile"] = Path.Combine(repository, "assets", "practice", "deployments.json"),
            ["Helm:Conversation:Dialogs"] = Path.Combine(repository, "dialogs", "en"),
            ["Helm:Conversation:Intents"] = Path.Combine(repository, "intents", "en"),
            ["Helm:Security:UnknownPersonRole"] = "Viewer",
            ["Helm:Voice:Enabled"] = "true",
            ["Helm:Web:Enabled"] = "true",
            ["Helm:Web:ChatFolder"] = Path.Combine(repository, "artifacts", "webchat"),
            ["Helm:DirectLine:Enabled"] = "true",
            ["Helm:SignIn:OneTimeLinks"] = "true",
            ["Helm:Cloud:Enabled"] = "true",
            ["Helm:Cloud:EndpointUrl"] = cloud.Endpoint.ToString(),
            ["Helm:Cloud:SharedFolder"] = Path.Combine(folder, "none"),
        };
        foreach (var account in cloud.Accounts)
        {
            var section = $"Helm:Cloud:Environments:{account.Environment}:";
            settings[section + "Account"] = account.AccountId;
            settings[section + "Region"] = account.Region;
            settings[section + "AccessKeyId"] = Secret(folder, account.AccessKeyId);
            settings[section + "SecretAccessKey"] = Secret(folder, account.SecretAccessKey);
        }

        return settings;
    }

    /// <summary>Keys are named by reference only.</summary>
    private static string Secret(string folder, string value)
    {
        var file = Path.Combine(folder, Guid.NewGuid().ToString("N"));
        File.WriteAllText(file, value);
        return "file:" + file;
    }
}
