using Helm.Chat.DirectLine;
using Helm.Host.Sessions;
using Helm.Host.Web.Boards;
using Helm.Host.Web.Page;
using Microsoft.Extensions.Options;

namespace Helm.Host.Web;

/// <summary>What browsers come for: signing in, the page, and the conversation.</summary>
internal static class WebParts
{
    public static IServiceCollection AddWeb(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<WebOptions>().Bind(configuration.GetSection(WebOptions.Section)).ValidateOnStart();
        return services
            .AddSessions(configuration)
            .AddDirectLine(configuration)
            .AddSingleton<IValidateOptions<WebOptions>, WebOptionsCheck>()
            .AddPage();
    }

    private static IServiceCollection AddPage(this IServiceCollection services) => services
        .AddSingleton<PageWording>()
        .AddSingleton<IssueViews>()
        .AddSingleton<PlanViews>()
        .AddSingleton<BoardReader>()
        .AddSingleton<Markup>()
        .AddSingleton<BoardFeed>()
        .AddSingleton<LiveBoards>()
        .AddSingleton<WebChatBundle>()
        .AddSingleton<PageParts>();

    public static void MapWeb(this WebApplication app)
    {
        app.UseWebSockets();
        app.MapSignIn();
        app.MapGroup("").AddEndpointFilter(OwnPages.OnlyAsync).MapDirectLine();
        if (app.Services.GetRequiredService<IOptions<WebOptions>>().Value.Enabled)
        {
            app.MapPage();
            app.MapLive();
        }
    }
}
