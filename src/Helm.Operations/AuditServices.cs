using Helm.Operations.Audits;
using Helm.Operations.Discovery;
using Microsoft.Extensions.DependencyInjection;

namespace Helm.Operations;

/// <summary>Registers the audits and what looks for resources; who reads the accounts is the domains' part.</summary>
public static class AuditServices
{
    internal static IServiceCollection AddAudits(this IServiceCollection services) => services
        .AddSingleton<AuditWork>()
        .AddSingleton<AuditTeller>()
        .AddSingleton<AuditDesk>()
        .AddSingleton<Discoverer>();
}
