using Helm.Speech.Sessions;

namespace Helm.Host.Readiness;

/// <summary>What is looked at before Helm calls itself ready.</summary>
internal static class ReadinessParts
{
    public static IServiceCollection AddReadiness(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SpeechOptions>().Bind(configuration.GetSection("Helm:Speech"));
        return services
            .AddSingleton<IReadinessCheck, DatabaseReadiness>()
            .AddSingleton<IReadinessCheck, CredentialsReadiness>()
            .AddSingleton<IReadinessCheck, EnginesReadiness>();
    }
}
