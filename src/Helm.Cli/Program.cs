using Helm.Cli;
using Helm.Cli.Remote;

return await AllCommands.Create().ShowExamples().Parse(args).InvokeAsync();
