namespace Helm.Host.Satellites;

/// <summary>Registers the door for Wyoming satellites; it stays shut until it is configured.</summary>
internal static class SatelliteHosting
{
    public static IServiceCollection AddSatellites(this IServiceCollection services) => services
        .AddSingleton<SatelliteTable>()
        .AddSingleton<SatelliteParts>()
        .AddSingleton<SatelliteReception>()
        .AddSingleton<SatelliteServer>()
        .AddHostedService<SatelliteCalls>()
        .AddHostedService(provider => provider.GetRequiredService<SatelliteServer>());
}
