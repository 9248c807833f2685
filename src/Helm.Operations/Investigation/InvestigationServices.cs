using Helm.Operations.Changes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Helm.Operations.Investigation;

/// <summary>Registers the investigator; the domains bring the evidence.</summary>
internal static class InvestigationServices
{
    public static IServiceCollection AddInvestigation(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<InvestigationOptions>().Bind(configuration.GetSection(InvestigationOptions.Section)).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<InvestigationOptions>, InvestigationValidation>()
            .AddSingleton<Reasoning>()
            .AddSingleton<EvidenceCollector>()
            .AddSingleton<CauseRecord>()
            .AddSingleton<IInvestigator, Investigator>()
            .AddSingleton<IIssueChangeConsumer, AutomaticInvestigation>();
    }
}
