using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Helm.Chat.BotFramework.Authentication;

/// <summary>Whom the door believes, and what it shows of itself.</summary>
internal static class AuthenticationParts
{
    private const int LargestAnswer = 1024 * 1024;

    public static IServiceCollection AddChannelAuthentication(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<BotIdentityOptions>().Bind(configuration.GetSection(BotIdentityOptions.Section));
        services.AddSingleton<ServiceUrls>().AddSingleton<SigningKeys>().AddSingleton<ChannelAuthentication>().AddSingleton<ConnectorTokens>();
        services.AddTransient<ConnectorAuthorization>();
        foreach (var name in new[] { SigningKeys.HttpClientName, ConnectorTokens.HttpClientName })
        {
            services.AddHttpClient(name, client =>
                {
                    client.Timeout = TimeSpan.FromSeconds(10);
                    client.MaxResponseContentBufferSize = LargestAnswer;
                })
                .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        }

        return services;
    }
}
