using Helm.Domains.Application;
using Helm.Domains.Audits;
using Helm.Domains.Cloud;
using Helm.Domains.Cloud.Accounts;
using Helm.Domains.Cloud.Checks;
using Helm.Domains.Cloud.Remedies;
using Helm.Domains.Cloud.Wire;
using Helm.Domains.Evidence;
using Helm.Domains.Inventory;
using Helm.Domains.Measuring;
using Helm.Operations.Discovery;
using Helm.Operations.Investigation;
using Helm.Operations.Monitoring;
using Helm.Operations.Remediation.Remedies;
using Helm.Operations.Remediation.Running;
using Helm.Operations.Trends;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Helm.Domains;

/// <summary>Registers the domains that Helm watches.</summary>
public static class DomainServices
{
    /// <summary>AWS: infrastructure and the services on it. Asks nothing until <c>Helm:Cloud:Enabled</c> is true.</summary>
    public static IServiceCollection AddCloud(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<CloudOptions>().Bind(configuration.GetSection(CloudOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<CloudOptions>, CloudOptionsValidation>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<CallStatistics>();
        services.AddSingleton<CloudConnections>();
        services.AddSingleton(provider => new CloudProbe(provider.GetRequiredService<CloudConnections>()));
        services.AddSingleton<SubjectFinder>();
        services.AddSingleton<PassBook>();
        services.AddSingleton<ResourceCheck>();
        services.AddSingleton<AlarmLook>();
        services.AddSingleton<IDomainMonitor, CloudMonitor>();
        services.AddSingleton<IDomainMonitor, ApplicationMonitor>();
        services.AddSingleton<IIndicatorMeter, IndicatorMeter>();
        services.AddSingleton<IEvidenceSource, CloudEvidence>();
        return services.AddRemedies().AddAuditors().AddSingleton<IResourceFinder, ResourceFinder>().AddSingleton<IMetricHistory, MetricHistory>();
    }

    /// <summary>The catalogue of what can be mended in AWS.</summary>
    private static IServiceCollection AddRemedies(this IServiceCollection services) => services
        .AddSingleton<IRemedy, RestartLambda>()
        .AddSingleton<IRemedy, RestartEcsService>()
        .AddSingleton<IRemedy, RebootDatabase>()
        .AddSingleton<IRemedy, RaiseMaxConnections>()
        .AddSingleton<IRemedy, ScaleEcsService>()
        .AddSingleton<IRemedy, ScaleLambda>()
        .AddSingleton<IRemedy, RollBackLambda>()
        .AddSingleton<IRemedy, RollBackEcsService>()
        .AddSingleton<IRemedy, DeployLambda>()
        .AddSingleton<IRemedy, DeployEcsService>()
        .AddSingleton<IRemedy, ClearCache>()
        .AddSingleton<IRemedy, InvalidateDistribution>();
}
