using Helm.Chat.DirectLine;
using Helm.Host.Security;
using Helm.Host.Sessions.OpenId;
using Microsoft.Extensions.Options;

namespace Helm.Host.Sessions;

/// <summary>Signing in and out.</summary>
internal static class SessionParts
{
    public static IServiceCollection AddSessions(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SignInOptions>().Bind(configuration.GetSection(SignInOptions.Section)).ValidateOnStart();
        services.AddHttpClient(OpenIdProvider.HttpClientName, client =>
            {
                client.Timeout = TimeSpan.FromSeconds(10);
                client.MaxResponseContentBufferSize = 256 * 1024;
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) });
        return services
            .AddSingleton<IValidateOptions<SignInOptions>, SignInOptionsCheck>()
            .AddSingleton<ITickets, Tickets>()
            .AddSingleton<SessionCookie>()
            .AddSingleton<SignInLinks>()
            .AddSingleton<Guests>()
            .AddSingleton<IGuests>(provider => provider.GetRequiredService<Guests>())
            .AddSingleton<ICallerSource>(provider => provider.GetRequiredService<Guests>())
            .AddSingleton<OpenIdProvider>()
            .AddSingleton<CodeRedemption>()
            .AddSingleton<AttemptCookie>()
            .AddSingleton<OpenIdFlow>();
    }
}
