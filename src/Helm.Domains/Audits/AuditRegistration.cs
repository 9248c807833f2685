using Helm.Operations.Audits;
using Microsoft.Extensions.DependencyInjection;

namespace Helm.Domains.Audits;

/// <summary>Registers who audits AWS.</summary>
internal static class AuditRegistration
{
    public static IServiceCollection AddAuditors(this IServiceCollection services) => services
        .AddSingleton<IAuditor, CostAuditor>()
        .AddSingleton<IAuditor, SecurityAuditor>()
        .AddSingleton<IAuditor, ComplianceAuditor>();
}
