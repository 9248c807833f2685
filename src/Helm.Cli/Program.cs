using System.CommandLine;
using Helm.Cli.Checkup;
using Helm.Cli.Hosting;
using Helm.Cli.Language;
using Helm.Cli.Remote;
using Helm.Cli.Voice;

var root = new RootCommand("Helm watches what runs, says what is wrong and why, and mends what it may. Say: hey helm, status of production.")
{
    DemoCommand.Create(),
    ServeCommand.Create(),
    PracticeCloudCommand.Create(),
    DoctorCommand.Create(),
    AskCommand.Create(),
    StatusCommand.Create(),
    DashboardCommand.Create(),
    IssuesCommand.Create(),
    HearCommand.Create(),
    ListenCommand.Create(),
    SayCommand.Create(),
    UnderstandCommand.Create(),
    RecognizeCommand.Create(),
    ExplainCommand.Create(),
};
return await root.ShowExamples().Parse(args).InvokeAsync();
