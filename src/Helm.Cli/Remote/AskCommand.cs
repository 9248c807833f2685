using System.CommandLine;

namespace Helm.Cli.Remote;

/// <summary><c>heyhelm ask "status of production"</c>.</summary>
internal static class AskCommand
{
    public static Command Create()
    {
        var text = new Argument<string[]>("question") { Description = "What you would say.", Arity = ArgumentArity.OneOrMore };
        var url = RemoteOptions.Url();
        var format = RemoteOptions.Format();
        var conversation = new Option<string>("--conversation") { Description = "So that \"this\" and \"the second one\" refer to what was said before.", DefaultValueFactory = _ => "cli" };
        var command = new Command("ask", "Asks a running Helm.") { text, url, format, conversation };
        command.Does(async (parsed, cancellation) =>
        {
            using var host = new HostClient(parsed.GetRequiredValue(url));
            var question = string.Join(' ', parsed.GetRequiredValue(text));
            var chosen = parsed.GetRequiredValue(format);
            var reply = await host.AskAsync(question, parsed.GetRequiredValue(conversation), chosen == "voice" ? "voice" : "chat", cancellation);
            Console.WriteLine(chosen switch
            {
                "json" => reply.GetRawText(),
                "voice" => reply.GetProperty("speech").GetString(),
                _ => reply.GetProperty("text").GetString(),
            });
            return 0;
        });
        return command.WithExamples("Examples:\n  heyhelm ask status of production\n  heyhelm ask \"what issues do we have\" --format json");
    }
}
