using System.CommandLine;
using System.Text.Json;
using Helm.Cli.Remote;

namespace Helm.Cli.Remediation;

/// <summary><c>heyhelm audit-log verify</c>.</summary>
internal static class AuditLogCommand
{
    public static Command Create()
    {
        var command = new Command("audit-log", "The log of all that was proposed, allowed, refused and done.") { Verify(), Show() };
        return command.WithExamples("Examples:\n  heyhelm audit-log verify\n  heyhelm audit-log verify --head 3f9a…\n  heyhelm audit-log show --top 20");
    }

    private static Command Verify()
    {
        var (url, token) = (RemoteOptions.Url(), OwnerToken.Option());
        var head = new Option<string?>("--head") { Description = "The hash of an entry that was noted elsewhere before; it has to be in the log." };
        var command = new Command("verify", "Proves that no entry was changed, removed or moved; exit code 1 when one was.") { url, token, head };
        command.Does(async (parsed, cancellation) =>
        {
            using var host = OwnerToken.Connect(parsed.GetRequiredValue(url), parsed.GetValue(token));
            var found = JsonDocument.Parse(await host.GetTextAsync("api/action-log/verification", cancellation)).RootElement;
            var count = found.GetProperty("entries").GetInt64();
            if (!found.GetProperty("whole").GetBoolean())
            {
                throw new CommandFailedException($"The action log is NOT whole. {found.GetProperty("fault").GetString()}");
            }

            if (parsed.GetValue(head) is { } noted && !await HasAsync(host, noted, cancellation))
            {
                throw new CommandFailedException($"The action log follows from its beginning, but has no entry with the hash {noted}: it was written anew.");
            }

            Console.WriteLine($"The action log is whole: {count} entries, the last with the hash {found.GetProperty("head").GetString()}.");
            return 0;
        });
        return command;
    }

    private static Command Show()
    {
        var (url, token) = (RemoteOptions.Url(), OwnerToken.Option());
        var after = new Option<long>("--after") { Description = "Entries after this number.", DefaultValueFactory = _ => 0 };
        var top = new Option<int>("--top") { Description = "How many.", DefaultValueFactory = _ => 100 };
        var command = new Command("show", "The entries, in order.") { url, token, after, top };
        command.Does(async (parsed, cancellation) =>
        {
            using var host = OwnerToken.Connect(parsed.GetRequiredValue(url), parsed.GetValue(token));
            Console.WriteLine(await host.GetTextAsync(FormattableString.Invariant($"api/action-log?after={parsed.GetValue(after)}&top={parsed.GetValue(top)}"), cancellation));
            return 0;
        });
        return command;
    }

    private static async Task<bool> HasAsync(HostClient host, string hash, CancellationToken cancellation)
    {
        for (var after = 0L; ;)
        {
            var page = JsonDocument.Parse(await host.GetTextAsync(FormattableString.Invariant($"api/action-log?after={after}&top=500"), cancellation)).RootElement.GetProperty("entries");
            if (page.GetArrayLength() == 0)
            {
                return false;
            }

            if (page.EnumerateArray().Any(entry => entry.GetProperty("hash").GetString() == hash))
            {
                return true;
            }

            after = page[page.GetArrayLength() - 1].GetProperty("number").GetInt64();
        }
    }
}
