using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Helm.Cli.Remote;

/// <summary>Examples below a command's own help; the list of commands stays a line each.</summary>
internal static class Examples
{
    private static readonly Dictionary<Command, string> Known = [];

    public static Command WithExamples(this Command command, string examples)
    {
        Known[command] = examples;
        return command;
    }

    /// <summary>Makes the help of all commands show their examples.</summary>
    public static RootCommand ShowExamples(this RootCommand root)
    {
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        return root;
    }

    private sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            var code = usual.Invoke(parseResult);
            if (Known.TryGetValue(parseResult.CommandResult.Command, out var examples))
            {
                parseResult.InvocationConfiguration.Output.WriteLine(examples);
            }

            return code;
        }
    }
}
