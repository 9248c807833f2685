using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

[assembly: AssemblyFixture(typeof(Helm.Storage.Tests.PostgreSqlCluster))]

namespace Helm.Storage.Tests;

/// <summary>A PostgreSQL of its own for these tests, in a temporary folder on a free port; null where none is installed.</summary>
/// <remarks>
/// A shell holds it by a pipe: when the tests are over, or were killed and so close the pipe without a farewell, the server ends
/// and its folder goes.
/// </remarks>
public sealed class PostgreSqlCluster : IAsyncLifetime
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "helm-pg-" + Guid.NewGuid().ToString("N")[..12]);
    private readonly string? _programs = FindPrograms();
    private readonly int _port = FreePort();
    private Process? _holder;
    private int _databases;

    public bool IsInstalled => _programs is not null;

    private string Data => Path.Combine(_folder, "data");

    public async ValueTask InitializeAsync()
    {
        if (!IsInstalled)
        {
            return;
        }

        Directory.CreateDirectory(_folder);
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync("chown", ["postgres:postgres", _folder]);
        }

        await AsOwnerAsync("initdb", "-D", Data, "-U", "postgres", "-A", "trust", "--no-sync", "-E", "UTF8", "--no-instructions");
        _holder = Hold();
        await IsReadyAsync(_holder);
    }

    /// <summary>The connection string of a new, empty database.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"helm_{Interlocked.Increment(ref _databases)}");
        await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await command.ExecuteNonQueryAsync();
        return ConnectionString(name);
    }

    public async ValueTask DisposeAsync()
    {
        if (_holder is { } holder)
        {
            NpgsqlConnection.ClearAllPools();
            holder.StandardInput.Close();
            await holder.WaitForExitAsync();
            holder.Dispose();
        }
    }

    /// <summary>SIGQUIT is PostgreSQL's immediate shutdown: nothing is kept of what is deleted next.</summary>
    private Process Hold()
    {
        string[] server =
        [
            .. Owner("postgres"), "-D", Data, "-c", "listen_addresses=127.0.0.1", "-c", string.Create(CultureInfo.InvariantCulture, $"port={_port}"),
            "-c", $"unix_socket_directories={_folder}", "-c", "fsync=off", "-c", "max_connections=400",
        ];
        const string Script = "folder=$1; shift; \"$@\" >\"$folder/log\" 2>&1 & server=$!; cat >/dev/null; kill -QUIT $server; wait $server; rm -rf \"$folder\"";
        return Process.Start(new ProcessStartInfo("sh", ["-c", Script, "sh", _folder, .. server]) { WorkingDirectory = "/", RedirectStandardInput = true })!;
    }

    private async Task IsReadyAsync(Process holder)
    {
        var begun = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await using var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false");
                await connection.OpenAsync();
                return;
            }
            catch (NpgsqlException refused) when (begun.Elapsed > TimeSpan.FromMinutes(2) || holder.HasExited)
            {
                throw new InvalidOperationException($"PostgreSQL did not start:\n{await File.ReadAllTextAsync(Path.Combine(_folder, "log"))}", refused);
            }
            catch (NpgsqlException)
            {
                await Task.Delay(50);
            }
        }
    }

    private static string? FindPrograms() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory.EnumerateDirectories("/usr/lib/postgresql")
                .Select(version => Path.Combine(version, "bin"))
                .Where(folder => File.Exists(Path.Combine(folder, "initdb")))
                .OrderDescending(StringComparer.Ordinal)
                .FirstOrDefault()
            : null;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private string ConnectionString(string database) => string.Create(
        CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={_port};Username=postgres;Database={database};Maximum Pool Size=20");

    private Task AsOwnerAsync(string program, params string[] arguments)
    {
        var command = Owner(program);
        return RunAsync(command[0], [.. command[1..], .. arguments]);
    }

    /// <summary>PostgreSQL refuses to run as root.</summary>
    private string[] Owner(string program)
    {
        var path = Path.Combine(_programs!, program);
        return Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--reset-env", path] : [path];
    }

    private async Task RunAsync(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = _folder, RedirectStandardOutput = true })!;
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }
}
