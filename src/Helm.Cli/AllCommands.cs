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
    public static RootCommand Create()
    {
        var root = new RootCommand("Helm watches what runs, says what is wrong and why, and mends what it may. Say: hey helm, status of production.");
        foreach (var command in (Command[])[.. Running(), .. Asking(), .. Mending(), .. Speaking()])
        {
            root.Add(command);
        }

        return root;
    }

    private static Command[] Running() =>
    [
        DemoCommand.Create(),
        ServeCommand.Create(),
        PracticeCloudCommand.Create(),
        DoctorCommand.Create(),
        BackupCommands.Backup(),
        BackupCommands.Restore(),
        TeamsCommand.Create(),
        WebCommand.Create(),
    ];

    private static Command[] Asking() =>
    [
        AskCommand.Create(),
        StatusCommand.Create(),
        DashboardCommand.Create(),
        IssuesCommand.Create(),
        AuditCommand.Create(),
        DiscoverCommand.Create(),
        InvestigateCommand.Create(),
        LogsCommand.Create(),
        MetricsCommand.Create(),
    ];

    private static Command[] Mending() =>
    [
        PlanCommands.Plans(),
        PlanCommands.Approve(),
        PlanCommands.Reject(),
        FreezeCommand.Create(),
        AuditLogCommand.Create(),
        AlertsCommand.Create(),
        ReviewCommands.PostMortem(),
        ReviewCommands.Report(),
    ];

    private static Command[] Speaking() =>
    [
        HearCommand.Create(),
        ListenCommand.Create(),
        SayCommand.Create(),
        VoicesCommand.Create(),
        UnderstandCommand.Create(),
        RecognizeCommand.Create(),
        ExplainCommand.Create(),
        IntentsCommand.Create(),
    ];
}
