using Helm.PracticeCloud.Office;
using Microsoft.AspNetCore.Connections;

namespace Helm.PracticeCloud;

/// <summary>The practice cloud: a company in an AWS-compatible cloud on loopback.</summary>
public sealed class PracticeCloudServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private PracticeCloudServer(WebApplication app, IReadOnlyList<PracticeAccount> accounts, PracticeOffice office)
    {
        _app = app;
        Office = office;
        Endpoint = new Uri(app.Urls.First());
        Accounts = accounts;
    }

    /// <summary>Where it listens; for every service the endpoint of an SDK's client.</summary>
    public Uri Endpoint { get; }

    public IReadOnlyList<PracticeAccount> Accounts { get; }

    /// <summary>Who is told, and who mends for good.</summary>
    public PracticeOffice Office { get; }

    /// <summary>Starts it, or fails with a <see cref="Data.DataFileException"/> or a <see cref="PortInUseException"/> that says what is wrong.</summary>
    public static async Task<PracticeCloudServer> StartAsync(PracticeCloudOptions options, CancellationToken cancellationToken = default)
    {
        var parts = PracticeCloudParts.Build(options);
        var app = Listen(options.Port);
        var office = new PracticeOffice();
        OfficeDoor.Map(app, office);
        parts.Map(app);
        try
        {
            await app.StartAsync(cancellationToken);
            return new PracticeCloudServer(app, parts.Accounts, office);
        }
        catch (IOException error) when (error.InnerException is AddressInUseException)
        {
            await app.DisposeAsync();
            throw new PortInUseException(options.Port, error);
        }
    }

    /// <summary>Completes when the server was asked to stop.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken = default) => _app.WaitForShutdownAsync(cancellationToken);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static WebApplication Listen(int port)
    {
        const int largestBody = 4 * 1024 * 1024;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting(WebHostDefaults.ServerUrlsKey, $"http://127.0.0.1:{port}");
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = largestBody;
        });
        return builder.Build();
    }
}
