using System.CommandLine;
using System.IO.Compression;
using System.Text.RegularExpressions;
using Helm.Cli.Remote;
using Helm.Operations.Settings;

namespace Helm.Cli.Channels;

/// <summary><c>heyhelm teams package</c>: the app package that an administrator uploads to Teams.</summary>
internal static partial class TeamsCommand
{
    private static readonly string[] Files = ["manifest.json", "color.png", "outline.png"];

    public static Command Create() => new("teams", "What Teams needs of Helm.") { Package() };

    private static Command Package()
    {
        var app = new Option<string>("--app-id") { Required = true, Description = "The Microsoft App ID of the Azure Bot resource." };
        var domain = new Option<string>("--domain") { Required = true, Description = "The host name under which Helm is reached, such as helm.example.com." };
        var organisation = new Option<string>("--organisation") { Description = "Who runs it, as Teams shows it; at most 32 characters.", DefaultValueFactory = _ => "Operations" };
        var output = new Option<FileInfo>("--out") { Description = "The package.", DefaultValueFactory = _ => new FileInfo("helm-teams.zip") };
        var command = new Command("package", "Makes the app package: manifest and icons in a zip file.") { app, domain, organisation, output };
        command.Does(async (parsed, cancellation) =>
        {
            var manifest = await ManifestAsync(
                parsed.GetRequiredValue(app), parsed.GetRequiredValue(domain), parsed.GetRequiredValue(organisation), cancellation);
            var target = parsed.GetRequiredValue(output).FullName;
            await WriteAsync(target, manifest, cancellation);
            Console.WriteLine($"{target}: upload it in the Teams admin center (Manage apps), or in Teams under Apps, Manage your apps, Upload an app.");
            return 0;
        });
        return command.WithExamples("Example:\n  heyhelm teams package --app-id 11111111-2222-3333-4444-555555555555 --domain helm.example.com --organisation Contoso");
    }

    private static async Task<string> ManifestAsync(string app, string domain, string organisation, CancellationToken cancellation)
    {
        if (!Guid.TryParse(app, out var id))
        {
            throw new CommandFailedException($"'{app}' is no Microsoft App ID; it is a GUID, to be found at the Azure Bot resource under Configuration.");
        }

        if (!HostName().IsMatch(domain))
        {
            throw new CommandFailedException($"'{domain}' is no host name; it is what Teams calls Helm by, without https:// and without a path, such as helm.example.com.");
        }

        if (organisation.Length is 0 or > 32 || organisation.Any(char.IsControl))
        {
            throw new CommandFailedException("The organisation's name has 1 to 32 characters.");
        }

        var template = await File.ReadAllTextAsync(Asset("manifest.json"), cancellation);
        return template
            .Replace("{{APP_ID}}", id.ToString("D"), StringComparison.Ordinal)
            .Replace("{{DOMAIN}}", domain, StringComparison.Ordinal)
            .Replace("{{ORGANISATION}}", System.Text.Json.JsonEncodedText.Encode(organisation).ToString(), StringComparison.Ordinal);
    }

    private static async Task WriteAsync(string target, string manifest, CancellationToken cancellation)
    {
        var unfinished = target + ".part";
        await using (var zip = await ZipFile.OpenAsync(unfinished, ZipArchiveMode.Create, cancellation))
        {
            foreach (var file in Files)
            {
                await using var entry = await zip.CreateEntry(file).OpenAsync(cancellation);
                await entry.WriteAsync(
                    file == Files[0] ? System.Text.Encoding.UTF8.GetBytes(manifest) : await File.ReadAllBytesAsync(Asset(file), cancellation), cancellation);
            }
        }

        File.Move(unfinished, target, overwrite: true);
    }

    private static string Asset(string file) => ProgramFolder.Locate(Path.Combine("assets", "teams", file));

    [GeneratedRegex(@"\A(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,63}\z")]
    private static partial Regex HostName();
}
