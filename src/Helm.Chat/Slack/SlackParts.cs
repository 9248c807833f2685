using Helm.Chat.Slack.Sockets;
using Helm.Operations.Delivery;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Helm.Chat.Slack;

/// <summary>What the door is made of.</summary>
public static class SlackParts
{
    public static IServiceCollection AddSlack(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(SlackOptions.Section);
        services.AddSingleton<IValidateOptions<SlackOptions>, SlackOptionsCheck>();
        services.AddOptions<SlackOptions>().Bind(section).ValidateOnStart();
        services.AddSingleton<Signature>().AddSingleton<SlackAddresses>().AddSingleton<SlackIdentity>();
        services.AddSingleton<SlackApi>().AddSingleton<ChannelPace>().AddSingleton<SlackAnswers>();
        services.AddSingleton<SlackFiles>().AddSingleton<SlackPeople>().AddSingleton<SlackPosts>().AddSingleton<PlanMessages>();
        services.AddSingleton<SlackInbox>().AddSingleton<SlackDesk>().AddSingleton<SlackTurns>();
        services.AddHttpClient(SlackApi.HttpClientName, client =>
            {
                client.Timeout = TimeSpan.FromSeconds(15);
                client.MaxResponseContentBufferSize = 1024 * 1024;
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) });
        return services.AddWorkers();
    }

    /// <summary>Settings may be added after the parts: each of them looks itself whether there is a Slack.</summary>
    private static IServiceCollection AddWorkers(this IServiceCollection services) => services
        .AddHostedService(provider => provider.GetRequiredService<SlackTurns>())
        .AddHostedService<AbandonedSlackMessages>()
        .AddHostedService<SocketMode>()
        .AddSingleton<IDeliveryChannel, SlackDelivery>();
}
