using Helm.Chat.BotFramework;
using Helm.Chat.Slack;
using Helm.Host.Api;
using Helm.Host.Listening;
using Helm.Host.Metrics;
using Helm.Host.People;
using Helm.Host.Readiness;
using Helm.Host.Satellites;
using Helm.Host.Schedule;
using Helm.Host.Security;
using Helm.Host.Web;
using Helm.Host.Voice;
using Helm.Connectors;
using Helm.Conversation;
using Helm.Domains;
using Helm.Operations;
using Helm.Speech.Setup;
using Helm.Storage;

namespace Helm.Host;

/// <summary>Helm as one process: every part, every door, one address.</summary>
public static class HelmHost
{
    /// <summary>Puts the host together; <paramref name="configure"/> has the last word before it is built.</summary>
    /// <param name="settings">Adds settings first: which parts there are follows from them.</param>
    /// <exception cref="StartRefusedException">It would listen where it must not, or its token is not safe.</exception>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null, Action<ConfigurationManager>? settings = null)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        settings?.Invoke(builder.Configuration);
        builder.AddLogs();
        builder.Services
            .AddSchedule(builder.Configuration)
            .AddOperations(builder.Configuration)
            .AddStorage(builder.Configuration)
            .AddBotFramework(builder.Configuration)
            .AddSlack(builder.Configuration)
            .AddListening(builder.Configuration)
            .AddSecurity(builder.Configuration)
            .AddPeople(builder.Configuration)
            .AddWeb(builder.Configuration)
            .AddConversation(builder.Configuration)
            .AddCloud(builder.Configuration)
            .AddConnectors(builder.Configuration)
            .AddTurns()
            .AddApi()
            .AddMetrics()
            .AddReadiness()
            .AddSpeech(builder.Configuration)
            .AddVoice(builder.Configuration)
            .AddSatellites();
        configure?.Invoke(builder);

        builder.Listen();
        var app = builder.Build();
        app.UseForwarding();
        app.UseSecurity();
        app.MapDoors();
        return app;
    }

    private static void MapDoors(this WebApplication app)
    {
        app.MapApi();
        app.MapBotFramework();
        app.MapSlack();
        app.MapConnectors();
        app.MapReadiness();
        app.MapMetrics();
        app.MapVoice();
        app.MapWeb();
        app.MapOpenApi("/openapi/v1.json");
    }

    /// <summary>Runs until told to stop; 1 when it could not start, with the reason on the error stream.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            await using var app = Build(args);
            await app.RunAsync();
            return 0;
        }
        catch (Exception problem) when (StartProblem.Explain(problem) is not null)
        {
            await Console.Error.WriteLineAsync(StartProblem.Explain(problem));
            return 1;
        }
    }
}
