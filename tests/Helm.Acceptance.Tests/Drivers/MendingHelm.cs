using Helm.PracticeCloud;

namespace Helm.Acceptance.Tests.Drivers;

/// <summary>A company with metrics every five seconds, and the settings of a Helm that may mend it.</summary>
internal static class MendingHelm
{
    public static Task<PracticeCompany> CompanyAsync(params string[] scenarios) =>
        PracticeCompany.StartAsync(new PracticeCloudOptions { Scenarios = scenarios, Resolution = TimeSpan.FromSeconds(5) });

    public static HelmFolder Folder(PracticeCompany company, string? postgreSql = null)
    {
        var folder = new HelmFolder(company, postgreSql);
        folder.Settings["Helm:Cloud:Period"] = "5s";
        folder.Settings["Helm:Remediation:Enabled"] = "true";
        folder.Settings["Helm:Remediation:LookInterval"] = "300ms";
        folder.Settings["Helm:Remediation:Settle"] = "2s";
        folder.Settings["Helm:Remediation:VerifyOver"] = "10s";
        folder.Settings["Helm:Remediation:RunLog"] = folder.In("memory/run_log.md");
        foreach (var account in company.Accounts)
        {
            folder.Settings[$"Helm:Cloud:Environments:{account.Environment}:RemediatorRole"] = $"arn:aws:iam::{account.AccountId}:role/HelmRemediator";
        }

        return folder;
    }
}
