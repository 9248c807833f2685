using Helm.Cli;
using Helm.Cli.Remote;


// Ctrl-C lets what is under way be finished and what was made for the time be deleted; two seconds are short on a busy machine.
var invocation = new System.CommandLine.InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(20) };
return await AllCommands.Create().ShowExamples().Parse(args).InvokeAsync(invocation);
