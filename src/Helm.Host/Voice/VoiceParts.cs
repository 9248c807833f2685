using Helm.Operations.Delivery;
using Microsoft.Extensions.Options;

namespace Helm.Host.Voice;

/// <summary>The door for voices, and Helm's own voice as a way to deliver news.</summary>
internal static class VoiceParts
{
    public static IServiceCollection AddVoice(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<VoiceOptions>().Bind(configuration.GetSection(VoiceOptions.Section)).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<VoiceOptions>, VoiceOptionsCheck>()
            .AddSingleton<DeviceTable>()
            .AddSingleton<VoiceCallers>()
            .AddSingleton<WakeClaims>()
            .AddSingleton<LanguageKeeper>()
            .AddSingleton<SessionFactory>()
            .AddSingleton<RunningSessions>()
            .AddSingleton<VoiceSessions>()
            .AddSingleton<IDeliveryChannel, SpokenDelivery>();
    }
}
