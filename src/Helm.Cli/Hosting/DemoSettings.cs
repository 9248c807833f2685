using System.Text.Json.Nodes;
using Helm.Operations.Settings;
using Helm.PracticeCloud;
using Helm.PracticeCloud.Office;

namespace Helm.Cli.Hosting;

/// <summary>The host's settings in the demo: the practice cloud's accounts, and intervals of seconds so that one sees a fault come and go.</summary>
internal static class DemoSettings
{
    /// <summary>Sets environment variables for the practice cloud's keys, because keys are named in settings by reference only.</summary>
    public static Dictionary<string, string?> For(PracticeCloudServer cloud, string folder, int port, PracticeCloudOptions practice)
    {
        var seconds = practice.Resolution.TotalSeconds;
        var settings = new Dictionary<string, string?>
        {
            ["Helm:Host:Url"] = $"http://127.0.0.1:{port}",
            ["Helm:Security:TokenFile"] = Path.Combine(folder, "token"),
            ["Helm:Security:QuestionsWithoutToken"] = "true",
            ["Helm:Security:PersonInRequest"] = "true",
            ["Helm:Security:UnknownPersonRole"] = "Viewer",
            ["Helm:Security:RoleWithoutToken"] = "Administrator", // whoever can reach the demo started it: loopback only, and the cloud is a practice one
            ["Helm:Remediation:Enabled"] = "true",
            ["Helm:Remediation:LookInterval"] = "1s",
            ["Helm:Remediation:Settle"] = "5s",
            ["Helm:Remediation:RunLog"] = Path.Combine(folder, "run_log.md"),
            ["Helm:Voice:Enabled"] = "true",
            ["Helm:Web:Enabled"] = "true",
            ["Helm:Web:ChatFolder"] = Path.GetFullPath(Path.Combine(".helm", "web")), // where fetch-chat put it, if it did
            ["Helm:DirectLine:Enabled"] = "true",
            ["Helm:SignIn:OneTimeLinks"] = "true",
            ["Helm:BotFramework:Enabled"] = "true",
            ["Helm:BotFramework:DevelopmentMode"] = "true",
            ["Helm:Storage:Path"] = Path.Combine(folder, "helm.db"),
            ["Helm:Monitoring:RegistryFile"] = Path.Combine(folder, "deployments.json"),
            ["Helm:Monitoring:AlarmInterval"] = "5s",
            ["Helm:Schedule:WakeInterval"] = "1s",
            ["Helm:Issues:ResolveAfter"] = "2",
            ["Helm:Cloud:Enabled"] = "true",
            ["Helm:Cloud:EndpointUrl"] = cloud.Endpoint.ToString(),
            ["Helm:Cloud:SharedFolder"] = Path.Combine(folder, "shared"),
            ["Helm:Cloud:Period"] = $"{seconds:0}s",
            ["Helm:Remediation:VerifyOver"] = $"{(seconds < 60 ? 6 : 1) * seconds:0}s",
            ["Logging:LogLevel:Default"] = "Warning",
        };
        AddOffice(settings, cloud);
        foreach (var account in cloud.Accounts)
        {
            var (key, secret) = ($"HELM_PRACTICE_{account.Environment}_KEY".ToUpperInvariant(), $"HELM_PRACTICE_{account.Environment}_SECRET".ToUpperInvariant());
            Environment.SetEnvironmentVariable(key, account.AccessKeyId);
            Environment.SetEnvironmentVariable(secret, account.SecretAccessKey);
            var section = $"Helm:Cloud:Environments:{account.Environment}:";
            settings[section + "Account"] = account.AccountId;
            settings[section + "Region"] = account.Region;
            settings[section + "RemediatorRole"] = $"arn:aws:iam::{account.AccountId}:role/HelmRemediator";
            settings[section + "AccessKeyId"] = "env:" + key;
            settings[section + "SecretAccessKey"] = "env:" + secret;
        }

        WriteRegistry(Path.Combine(folder, "deployments.json"));
        return settings;
    }

    /// <summary>Whoever is on call is told, and the developers have a tracker, so that the story has its end.</summary>
    private static void AddOffice(Dictionary<string, string?> settings, PracticeCloudServer cloud)
    {
        const string secret = "HELM_PRACTICE_OFFICE_SECRET";
        Environment.SetEnvironmentVariable(secret, cloud.Office.Secret);
        settings["Helm:OnCall:People:0"] = "Alice";
        settings["Helm:OnCall:People:1"] = "Bob";
        settings["Helm:OnCall:Since"] = "2025-01-06T09:00:00Z";
        settings["Helm:Alerting:Enabled"] = "true";
        settings["Helm:Alerting:Channels:0"] = "oncall";
        settings["Helm:Alerting:Destinations:oncall:Channel"] = "webhook";
        settings["Helm:Alerting:Destinations:oncall:Address"] = "oncall";
        settings["Helm:Connectors:Webhook:Endpoints:oncall:Url"] = $"{cloud.Endpoint}_office/alerts";
        settings["Helm:Connectors:Webhook:Endpoints:oncall:Secret"] = "env:" + secret;
        settings["Helm:Escalation:PollInterval"] = "5s";
        settings["Helm:Escalation:VerifyInterval"] = "5s";
        settings["Helm:Connectors:GitHub:Repository"] = PracticeOffice.Repository;
        settings["Helm:Connectors:GitHub:ApiUrl"] = $"{cloud.Endpoint}_office";
        settings["Helm:Connectors:GitHub:Token"] = "env:" + secret;
        settings["Helm:Connectors:GitHub:WebhookSecret"] = "env:" + secret;
    }

    /// <summary>The company's deployments, checked every few seconds instead of every five minutes.</summary>
    private static void WriteRegistry(string file)
    {
        var registry = JsonNode.Parse(File.ReadAllText(ProgramFolder.Locate(Path.Combine("assets", "practice", "deployments.json"))))!;
        foreach (var deployment in registry["deployments"]!.AsArray())
        {
            deployment!["monitoring"]!["health_check_interval"] = "5s";
        }

        File.WriteAllText(file, registry.ToJsonString());
    }
}
