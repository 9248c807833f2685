using System.CommandLine;
using Helm.Cli.Remote;
using OwnerToken = Helm.Cli.Remediation.OwnerToken;

namespace Helm.Cli.Channels;

/// <summary><c>heyhelm web</c>: letting people in to the page, and its chat window.</summary>
internal static class WebCommand
{
    public static Command Create() => new("web", "The web page: letting people in, and its chat window.") { Link(), FetchChat() };

    private static Command Link()
    {
        var (url, token) = (RemoteOptions.Url(), OwnerToken.Option());
        var person = new Option<string?>("--person") { Description = "Who is let in, as in Helm:People, such as web:alice; the owner of this Helm when not given." };
        var command = new Command("link", "Makes a link that lets somebody sign in to the page once, within minutes.") { url, token, person };
        command.Does(async (parsed, cancellation) =>
        {
            using var host = OwnerToken.Connect(parsed.GetRequiredValue(url), parsed.GetValue(token));
            Console.WriteLine(await SignInAddressAsync(host, parsed.GetValue(person), cancellation));
            return 0;
        });
        return command.WithExamples("Examples:\n  heyhelm web link\n  heyhelm web link --person web:alice --url https://helm.example.com");
    }

    /// <summary>To be opened in a browser, once.</summary>
    public static async Task<string> SignInAddressAsync(HostClient host, string? person, CancellationToken cancellation)
    {
        var link = await host.PostAsync("api/sign-in-links", new { person }, cancellation);
        return host.Address.GetLeftPart(UriPartial.Authority) + link.GetProperty("path").GetString();
    }

    private static Command FetchChat()
    {
        var folder = new Option<DirectoryInfo>("--folder") { Description = "Where it is kept: Helm:Web:ChatFolder.", DefaultValueFactory = _ => new DirectoryInfo(Path.Combine(".helm", "web")) };
        var command = new Command("fetch-chat", "Fetches Microsoft's chat window (botframework-webchat, MIT licence) by npm, and checks that it is the one Helm was made for.") { folder };
        command.Does(async (parsed, cancellation) =>
        {
            Console.WriteLine(await ChatDownload.FetchAsync(parsed.GetRequiredValue(folder), cancellation));
            return 0;
        });
        return command.WithExamples("Example:\n  heyhelm web fetch-chat --folder /var/lib/helm/web\nWithout it the page has a plain chat form of its own. It needs npm, once; browsers get the file from Helm alone.");
    }
}
