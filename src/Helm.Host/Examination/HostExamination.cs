using Helm.Domains.Cloud.Accounts;
using Helm.Host.Listening;
using Helm.Storage.Database;
using Microsoft.Extensions.Options;

namespace Helm.Host.Examination;

/// <summary>Looks at a host without starting it, so that it can say why one does not start.</summary>
public static class HostExamination
{
    public static async Task<IReadOnlyList<Finding>> RunAsync(string? settings, CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        if (Assemble(settings, findings) is { } app)
        {
            await using (app)
            {
                findings.Add(await DatabaseAsync(app.Services, cancellation));
                findings.AddRange(await CloudAsync(app.Services, cancellation));
                findings.Add(await Ports.ExamineAsync(app.Configuration, cancellation));
            }
        }

        return findings;
    }

    private static WebApplication? Assemble(string? settings, List<Finding> findings)
    {
        var file = settings ?? Path.GetFullPath("appsettings.json");
        try
        {
            if (settings is not null && !File.Exists(settings))
            {
                throw new StartRefusedException($"There is no settings file {settings}.");
            }

            var app = HelmHost.Build([], settings: configuration => configuration.AddJsonFile(file, optional: true).AddEnvironmentVariables());
            app.Services.GetService<IStartupValidator>()?.Validate();
            findings.Add(File.Exists(file)
                ? new Finding("configuration", FindingState.Well, file)
                : new Finding("configuration", FindingState.Off, "No appsettings.json here: the defaults stand, and nothing is watched.", "cp appsettings.example.json appsettings.json, and change it."));
            return app;
        }
        catch (Exception problem) when (StartProblem.Explain(problem) is { } explained)
        {
            findings.Add(new Finding("configuration", FindingState.Problem, explained, $"Correct it in {file} or in the environment variables Helm__..."));
            return null;
        }
    }

    private static async Task<Finding> DatabaseAsync(IServiceProvider parts, CancellationToken cancellation)
    {
        var options = parts.GetRequiredService<IOptions<StorageOptions>>().Value;
        if (options.Provider.Equals(StorageOptions.Sqlite, StringComparison.OrdinalIgnoreCase) && !File.Exists(options.Path))
        {
            return Folders.WhyNoFileCanBeMade(options.Path) is { } reason
                ? Broken(parts, reason)
                : new Finding("database", FindingState.Well, $"{Name(parts)}: made at the first start.");
        }

        return await parts.GetRequiredService<StorageStart>().ProbeAsync(cancellation) is { } problem
            ? Broken(parts, problem)
            : new Finding("database", FindingState.Well, Name(parts));
    }

    private static Finding Broken(IServiceProvider parts, string reason) => new(
        "database", FindingState.Problem, $"{Name(parts)}: {reason}",
        "Check Helm:Storage:Provider, Path and ConnectionString: for SQLite that the folder can be written, for PostgreSQL that the server runs and lets this user in.");

    private static string Name(IServiceProvider parts) =>
        parts.GetRequiredService<IOptions<StorageOptions>>().Value is var options && options.Provider.Equals(StorageOptions.Sqlite, StringComparison.OrdinalIgnoreCase)
            ? $"SQLite, {options.Path}"
            : "PostgreSQL";

    private static async Task<IEnumerable<Finding>> CloudAsync(IServiceProvider parts, CancellationToken cancellation)
    {
        if (!parts.GetRequiredService<IOptions<CloudOptions>>().Value.Enabled)
        {
            return [new Finding("cloud", FindingState.Off, "AWS is not asked.", "Set Helm:Cloud:Enabled to true and name your environments: docs/aws.md.")];
        }

        var found = await parts.GetRequiredService<CloudProbe>().RunAsync(cancellation);
        return found.Select(one => one.Ok
            ? new Finding($"cloud {one.Environment}", FindingState.Well, one.Detail)
            : new Finding($"cloud {one.Environment}", FindingState.Problem, one.Detail, $"See Helm:Cloud:Environments:{one.Environment} and docs/aws.md."));
    }
}
