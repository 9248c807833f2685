using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace Helm.Host.Listening;

/// <summary>Where Helm is reached, and how it logs.</summary>
internal static class ListeningParts
{
    private const long LargestBody = 256 * 1024;

    /// <summary>On the error stream, so that the output of a command is its answer alone.</summary>
    public static void AddLogs(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders().AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddOptions<ConsoleLoggerOptions>().Configure<IOptions<ListeningOptions>>((console, listening) =>
            console.FormatterName = listening.Value.JsonLogs ? ConsoleFormatterNames.Json : ConsoleFormatterNames.Simple);
        builder.Services.Configure<SimpleConsoleFormatterOptions>(simple => simple.SingleLine = true);
        builder.Services.Configure<JsonConsoleFormatterOptions>(json => (json.UseUtcTimestamp, json.IncludeScopes) = (true, true));

        // Why a start failed is told in a sentence by whoever started it (StartProblem).
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("System", LogLevel.Warning).AddFilter("Quartz", LogLevel.Warning);
    }

    /// <exception cref="StartRefusedException">The address is one that others could reach unknown, or none at all.</exception>
    public static void Listen(this WebApplicationBuilder builder)
    {
        var url = Address.Read(builder.Configuration);
        var certificate = Address.Certificate(url, builder.Configuration);
        if (certificate is not null)
        {
            builder.WebHost.UseKestrelHttpsConfiguration();
        }

        builder.WebHost.ConfigureKestrel(server => server.ListenOn(url, certificate));
    }

    public static IServiceCollection AddListening(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<ListeningOptions>, ListeningOptionsCheck>();
        services.AddOptions<ListeningOptions>().Bind(configuration.GetSection(ListeningOptions.Section)).ValidateOnStart();
        services.Configure<KestrelServerOptions>(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = LargestBody;
        });
        return services.AddHostedService<StartupLine>();
    }
}
