using System.CommandLine;
using Helm.Cli.Analysis;
using Helm.Cli.Channels;
using Helm.Cli.Checkup;
using Helm.Cli.Hosting;
using Helm.Cli.Language;
using Helm.Cli.Remediation;
using Helm.Cli.Remote;
using Helm.Cli.Voice;

namespace Helm.Cli;

/// <summary>Every command of <c>heyhelm</c>, in the order of its help.</summary>
internal static class AllCommands
{
    public static RootCommand Create() => new("Helm watches what runs, says what is wrong and why, and mends what it may. Say: hey helm, status of production.")
    {
        DemoCommand.Create(),
        ServeCommand.Create(),
        PracticeCloudCommand.Create(),
        DoctorCommand.Create(),
        BackupCommands.Backup(),
        BackupCommands.Restore(),
        TeamsCommand.Create(),
        AskCommand.Create(),
        StatusCommand.Create(),
        DashboardCommand.Create(),
        IssuesCommand.Create(),
        InvestigateCommand.Create(),
        PlanCommands.Plans(),
        PlanCommands.Approve(),
        PlanCommands.Reject(),
        FreezeCommand.Create(),
        AuditLogCommand.Create(),
        AlertsCommand.Create(),
        LogsCommand.Create(),
        MetricsCommand.Create(),
        HearCommand.Create(),
        ListenCommand.Create(),
        SayCommand.Create(),
        UnderstandCommand.Create(),
        RecognizeCommand.Create(),
        ExplainCommand.Create(),
        IntentsCommand.Create(),
    };
}
