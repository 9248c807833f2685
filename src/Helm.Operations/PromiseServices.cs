using Helm.Operations.Changes;
using Helm.Operations.Promises;
using Microsoft.Extensions.DependencyInjection;

namespace Helm.Operations;

/// <summary>Registers what Helm has promised to tell.</summary>
public static class PromiseServices
{
    internal static IServiceCollection AddPromises(this IServiceCollection services) => services
        .AddSingleton<PromiseDesk>()
        .AddSingleton<IIssueChangeConsumer, PromiseKeeper>();
}
