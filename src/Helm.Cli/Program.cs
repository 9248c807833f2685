using System.CommandLine;
using Helm.Cli.Remote;

var root = new RootCommand("Helm watches what runs, says what is wrong and why, and mends what it may. Say: hey helm, status of production.")
{
    AskCommand.Create(),
    StatusCommand.Create(),
    DashboardCommand.Create(),
    IssuesCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
