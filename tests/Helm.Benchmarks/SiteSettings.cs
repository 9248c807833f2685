using Helm.Operations.Settings;
using Helm.PracticeCloud;

namespace Helm.Benchmarks;

/// <summary>The settings of a measured host.</summary>
internal static class SiteSettings
{
    /// <summary>Production's account of the practice cloud, whichever process plays it.</summary>
    public static PracticeAccount Production { get; } =
        new("prod", "123456789012", "us-east-1", "AKIDPRACTICEPROD0001", "practice-prod-secret-not-for-real-use-01");

    public static Dictionary<string, string?> For(Uri cloud, IReadOnlyList<PracticeAccount> accounts, string folder, bool watching)
    {
        Environment.SetEnvironmentVariable("AWS_EC2_METADATA_DISABLED", "true");
        var settings = new Dictionary<string, string?>
        {
            ["Helm:Host:Url"] = "http://127.0.0.1:0",
            ["Helm:Security:TokenFile"] = Path.Combine(folder, "token"),
            ["Helm:Security:QuestionsWithoutToken"] = "true",
            ["Helm:Storage:Path"] = Path.Combine(folder, "helm.db"),
            ["Helm:Monitoring:RegistryFile"] = watching ? ProgramFolder.Locate("assets/practice/deployments.json") : "",
            ["Helm:Schedule:Enabled"] = watching ? "true" : "false",
            ["Helm:Cloud:Enabled"] = "true",
            ["Helm:Cloud:EndpointUrl"] = cloud.ToString(),
            ["Helm:Cloud:KeepDocumentedRates"] = "false",
            ["Logging:LogLevel:Default"] = "Warning",
        };
        foreach (var account in accounts)
        {
            var variable = $"HELM_BENCH_{account.Environment}".ToUpperInvariant();
            Environment.SetEnvironmentVariable(variable + "_KEY", account.AccessKeyId);
            Environment.SetEnvironmentVariable(variable + "_SECRET", account.SecretAccessKey);
            var section = $"Helm:Cloud:Environments:{account.Environment}:";
            settings[section + "Account"] = account.AccountId;
            settings[section + "Region"] = account.Region;
            settings[section + "AccessKeyId"] = $"env:{variable}_KEY";
            settings[section + "SecretAccessKey"] = $"env:{variable}_SECRET";
        }

        return settings;
    }
}
