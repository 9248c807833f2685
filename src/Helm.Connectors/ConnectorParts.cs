using Helm.Connectors.Alertmanager;
using Helm.Connectors.Email;
using Helm.Connectors.GitHub;
using Helm.Connectors.Http;
using Helm.Connectors.PagerDuty;
using Helm.Connectors.Webhook;
using Helm.Operations;
using Helm.Operations.Alerts;
using Helm.Operations.Delivery;
using Helm.Operations.OnCall;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Helm.Connectors;

/// <summary>Registers the outside systems that the configuration names; the others do not exist.</summary>
public static class ConnectorParts
{
    public static IServiceCollection AddConnectors(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHttpClient(Outside.Client).ConfigurePrimaryHttpMessageHandler(
            () => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) });
        services.Configured<WebhookOptions>(configuration, WebhookOptions.Section);
        services.Configured<PagerDutyOptions>(configuration, PagerDutyOptions.Section);
        services.Configured<EmailOptions>(configuration, EmailOptions.Section);
        services.Configured<GitHubOptions>(configuration, GitHubOptions.Section);
        services.Configured<AlertmanagerOptions>(configuration, AlertmanagerOptions.Section);
        services.AddSingleton<IValidateOptions<AlertmanagerOptions>>(provider => provider.GetRequiredService<ConnectorValidation>());
        services.AddSingleton<ConnectorValidation>();
        services.AddSingleton<IValidateOptions<WebhookOptions>>(provider => provider.GetRequiredService<ConnectorValidation>());
        services.AddSingleton<IValidateOptions<PagerDutyOptions>>(provider => provider.GetRequiredService<ConnectorValidation>());
        services.AddSingleton<IValidateOptions<EmailOptions>>(provider => provider.GetRequiredService<ConnectorValidation>());
        services.AddSingleton<IValidateOptions<GitHubOptions>>(provider => provider.GetRequiredService<ConnectorValidation>());
        services.AddSingleton<IOnCallSource, PagerDutySchedule>();
        return services.AddChannels(configuration);
    }

    /// <summary>The doors that outside systems knock at.</summary>
    public static void MapConnectors(this IEndpointRouteBuilder endpoints)
    {
        var github = endpoints.ServiceProvider.GetRequiredService<IOptions<GitHubOptions>>().Value;
        if (github is { Repository.Length: > 0, WebhookSecret.Length: > 0 })
        {
            GitHubWebhook.Map(endpoints);
        }

        if (endpoints.ServiceProvider.GetRequiredService<IOptions<AlertmanagerOptions>>().Value.Secret.Length > 0)
        {
            AlertmanagerWebhook.Map(endpoints);
        }
    }

    private static IServiceCollection AddChannels(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration.GetSection(WebhookOptions.Section + ":Endpoints").GetChildren().Any())
        {
            services.AddSingleton<IDeliveryChannel, WebhookChannel>();
        }

        if (configuration.GetSection(PagerDutyOptions.Section + ":RoutingKeys").GetChildren().Any())
        {
            services.AddSingleton<IDeliveryChannel, PagerDutyChannel>();
        }

        if (configuration[EmailOptions.Section + ":Host"] is { Length: > 0 })
        {
            services.AddSingleton<IDeliveryChannel, EmailChannel>();
        }

        if (configuration[AlertmanagerOptions.Section + ":Url"] is { Length: > 0 })
        {
            services.AddSingleton<AlertmanagerClient>().AddSingleton<IDeliveryChannel, AlertmanagerChannel>().AddSingleton<IOutsideSilences, AlertmanagerSilences>();
        }

        return configuration[GitHubOptions.Section + ":Repository"] is { Length: > 0 } ? services.AddSingleton<GitHubClient>().AddWorkItems<GitHubTracker>() : services;
    }

    private static void Configured<T>(this IServiceCollection services, IConfiguration configuration, string section)
        where T : class => services.AddOptions<T>().Bind(configuration.GetSection(section)).ValidateOnStart();
}
