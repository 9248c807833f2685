using Helm.Operations.Audits;
using Microsoft.Extensions.DependencyInjection;

namespace Helm.Operations;

/// <summary>Registers the audits; who makes them is the domains' part.</summary>
public static class AuditServices
{
    internal static IServiceCollection AddAudits(this IServiceCollection services) => services
        .AddSingleton<AuditWork>()
        .AddSingleton<AuditTeller>()
        .AddSingleton<AuditDesk>();
}
