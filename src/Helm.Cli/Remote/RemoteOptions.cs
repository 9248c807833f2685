using System.CommandLine;

namespace Helm.Cli.Remote;

/// <summary>The options that commands share which ask a running host.</summary>
internal static class RemoteOptions
{
    public static Option<Uri> Url() => new("--url")
    {
        Description = "Where Helm listens.",
        DefaultValueFactory = _ => new Uri(Environment.GetEnvironmentVariable("HELM_URL") ?? "http://127.0.0.1:3978/"),

        // The library cannot make a Uri of a text by itself.
        CustomParser = result =>
        {
            if (Uri.TryCreate(result.Tokens is [var only] ? only.Value : "", UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            {
                return address.AbsolutePath.EndsWith('/') ? address : new Uri(address + "/");
            }

            result.AddError("--url takes an address such as http://127.0.0.1:3978.");
            return null!;
        },
    };

    public static Option<string> Format() =>
        new Option<string>("--format") { Description = "How to print it.", DefaultValueFactory = _ => "text" }.AcceptOnlyFromAmong("text", "json", "voice");

    public static Option<string?> Environment_() => new("--env", "--environment") { Description = "prod, staging, test; the configured default when not given." };

    public static Option<string?> Domain() => new("--domain") { Description = "One domain, such as infrastructure." };

    /// <summary>Runs a command's work; what fails in a way the user can mend is one line on the error stream.</summary>
    public static void Does(this Command command, Func<ParseResult, CancellationToken, Task<int>> work) =>
        command.SetAction(async (parsed, cancellation) =>
        {
            try
            {
                return await work(parsed, cancellation);
            }
            catch (CommandFailedException failure)
            {
                await Console.Error.WriteLineAsync(failure.Message);
                return 1;
            }
            catch (OperationCanceledException)
            {
                return 130;
            }
        });

    /// <summary>A query string of what was given.</summary>
    public static string Query(params (string Name, string? Value)[] parts)
    {
        var given = parts.Where(part => part.Value is not null).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}");
        return "?" + string.Join('&', given);
    }
}
