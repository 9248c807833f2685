using System.CommandLine;
using Helm.Cli.Remote;
using Helm.Host.Backup;
using Helm.Storage.Backup;

namespace Helm.Cli.Hosting;

/// <summary><c>heyhelm backup</c> and <c>heyhelm restore</c>: the database as a file, and back.</summary>
internal static class BackupCommands
{
    public static Command Backup()
    {
        var file = new Argument<FileInfo?>("file") { Arity = ArgumentArity.ZeroOrOne, Description = "Where to; helm-DATE.db here when not given." };
        var config = Config();
        var force = new Option<bool>("--force") { Description = "Replace a file that is there." };
        var command = new Command("backup", "Copies the database to a file, while Helm runs or not; the copy is checked.") { file, config, force };
        command.Does((parsed, _) => Told(() =>
        {
            var target = parsed.GetValue(file);
            if (target is { Exists: true } && !parsed.GetValue(force))
            {
                throw new BackupException($"{target.FullName} is there already; nothing was copied. Name another file, or give --force.");
            }

            var (copy, bytes) = HostBackup.Copy(parsed.GetValue(config)?.FullName, target?.FullName, TimeProvider.System);
            Console.WriteLine(FormattableString.Invariant($"{copy} ({bytes / 1048576.0:0.0} MB)"));
        }));
        return command.WithExamples("Examples:\n  heyhelm backup\n  heyhelm backup /var/backups/helm.db --force");
    }

    public static Command Restore()
    {
        var file = new Argument<FileInfo>("file") { Description = "A file that heyhelm backup made." };
        var config = Config();
        var command = new Command("restore", "Puts a backup in the place of the database, while Helm is stopped; what was there is kept beside it.") { file, config };
        command.Does((parsed, _) => Told(() =>
        {
            var (database, kept) = HostBackup.PutBack(parsed.GetValue(config)?.FullName, parsed.GetRequiredValue(file).FullName, TimeProvider.System);
            Console.WriteLine(kept is null ? $"{database} is restored." : $"{database} is restored; what was there is kept as {kept}.");
        }));
        return command.WithExamples("Example:\n  heyhelm restore helm-20260101-030000.db");
    }

    private static Option<FileInfo?> Config() => new("--config") { Description = "Settings; ./appsettings.json when not given." };

    private static Task<int> Told(Action work)
    {
        try
        {
            work();
            return Task.FromResult(0);
        }
        catch (BackupException problem)
        {
            throw new CommandFailedException(problem.Message);
        }
    }
}
