using Microsoft.Extensions.DependencyInjection;

namespace Helm.Operations.Reviews;

/// <summary>Registers what looks back: summaries, post-mortems, how well operations went.</summary>
internal static class ReviewServices
{
    public static IServiceCollection AddReviews(this IServiceCollection services) => services
        .AddSingleton<IncidentReviewer>()
        .AddSingleton<PerformanceReader>()
        .AddSingleton<Happenings>();
}
