using Helm.Speech.Sessions;
using Microsoft.Extensions.Configuration;

namespace Helm.Cli.Voice;

/// <summary>Speech as configured: section <c>Helm:Speech</c> of appsettings.json, or environment variables.</summary>
internal static class VoiceSettings
{
    public static SpeechOptions Read() => new ConfigurationBuilder()
        .AddJsonFile(Path.GetFullPath("appsettings.json"), optional: true)
        .AddEnvironmentVariables()
        .Build()
        .GetSection("Helm:Speech").Get<SpeechOptions>() ?? new SpeechOptions();
}
