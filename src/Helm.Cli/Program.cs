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

// A check that is under way when Helm is told to stop may be finished; two seconds, as is usual, are too few for that.
return await root.ShowExamples().Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });
