namespace Helm.Host.Readiness;

/// <summary>What is looked at before Helm calls itself ready.</summary>
internal static class ReadinessParts
{
    public static IServiceCollection AddReadiness(this IServiceCollection services) => services
        .AddSingleton<IReadinessCheck, DatabaseReadiness>()
        .AddSingleton<IReadinessCheck, CredentialsReadiness>()
        .AddSingleton<IReadinessCheck, EnginesReadiness>()
        .AddSingleton<IReadinessCheck, LanguageReadiness>()
        .AddSingleton<IReadinessCheck, OutboxReadiness>();
}
