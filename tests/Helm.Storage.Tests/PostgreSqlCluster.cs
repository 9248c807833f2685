using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

[assembly: AssemblyFixture(typeof(Helm.Storage.Tests.PostgreSqlCluster))]

namespace Helm.Storage.Tests;

/// <summary>A PostgreSQL of its own for these tests, in a temporary folder on a free port; null where none is installed.</summary>
public sealed class PostgreSqlCluster : IAsyncLifetime
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "helm-pg-" + Guid.NewGuid().ToString("N")[..12]);
    private readonly string? _programs = FindPrograms();
    private readonly int _port = FreePort();
    private bool _started;
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
        var settings = string.Create(
            CultureInfo.InvariantCulture,
            $"-c listen_addresses=127.0.0.1 -c port={_port} -c unix_socket_directories={_folder} -c fsync=off -c max_connections=400");
        await AsOwnerAsync("pg_ctl", "-D", Data, "-o", settings, "-l", Path.Combine(_folder, "log"), "-s", "-w", "start");
        _started = true;
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
        if (_started)
        {
            NpgsqlConnection.ClearAllPools();
            await AsOwnerAsync("pg_ctl", "-D", Data, "-m", "immediate", "-s", "-w", "stop");
        }

        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
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

    /// <summary>PostgreSQL refuses to run as root.</summary>
    private Task AsOwnerAsync(string program, params string[] arguments)
    {
        var path = Path.Combine(_programs!, program);
        return Environment.IsPrivilegedProcess
            ? RunAsync("setpriv", ["--reuid=postgres", "--regid=postgres", "--init-groups", "--reset-env", path, .. arguments])
            : RunAsync(path, arguments);
    }

    private async Task RunAsync(string program, string[] arguments)
    {
        // The server inherits the streams of pg_ctl: waiting for their end would wait for the server.
        var isServer = arguments.Contains("-o");
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = !isServer,
        };
        using var process = Process.Start(start)!;
        if (!isServer)
        {
            await process.StandardOutput.ReadToEndAsync();
        }

        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }
}
