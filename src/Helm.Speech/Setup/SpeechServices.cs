using Helm.Conversation.Intents;
using Helm.Speech.Wake;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Helm.Speech.Setup;

/// <summary>Registers speech; nothing is loaded before somebody listens or speaks.</summary>
public static partial class SpeechServices
{
    public static IServiceCollection AddSpeech(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SpeechOptions>().Bind(configuration.GetSection(SpeechOptions.Section)).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<SpeechOptions>, SpeechOptionsCheck>()
            .AddSingleton(provider => new CalledBy(WakePhrase.Of(provider.GetRequiredService<IOptions<SpeechOptions>>().Value.Hearing.Wake.Phrase).Text))
            .AddSingleton(provider => new SpeechEngines(
                provider.GetRequiredService<IOptions<SpeechOptions>>().Value,
                provider.GetRequiredService<TimeProvider>(),
                trouble => LogTrouble(
                    provider.GetRequiredService<ILogger<SpeechEngines>>(), trouble.Engine, trouble.Reason, trouble.Next ?? "nothing")));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The speech engine {Engine} failed: {Reason} In its place: {Next}")]
    private static partial void LogTrouble(ILogger log, string engine, string reason, string next);
}
