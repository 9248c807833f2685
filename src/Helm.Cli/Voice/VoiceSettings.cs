using Helm.Cli.Remote;
using Helm.Host.Voice;
using Helm.Speech.Engines;
using Helm.Speech.Setup;
using Microsoft.Extensions.Configuration;

namespace Helm.Cli.Voice;

/// <summary>Speech as configured: section <c>Helm:Speech</c> of appsettings.json, or environment variables.</summary>
internal static class VoiceSettings
{
    /// <exception cref="CommandFailedException">Something in it cannot be meant; the message says what.</exception>
    public static SpeechOptions Read()
    {
        var options = Bound();
        var checkedOptions = new SpeechOptionsCheck().Validate(null, options);
        return checkedOptions.Failed ? throw new CommandFailedException(checkedOptions.FailureMessage) : options;
    }

    /// <summary>The engines as configured; one that fails is named on the error stream.</summary>
    public static SpeechEngines Engines(SpeechOptions options) => new(options, TimeProvider.System, Tell);

    private static void Tell(EngineTrouble trouble) => Console.Error.WriteLine(
        $"{trouble.Engine} failed: {trouble.Reason}{(trouble.Next is { } next ? $" {next} stands in." : "")}");

    /// <summary>Where the host keeps turns.</summary>
    public static VoiceOptions Door() => Configuration().GetSection(VoiceOptions.Section).Get<VoiceOptions>() ?? new VoiceOptions();

    private static SpeechOptions Bound() => Configuration().GetSection(SpeechOptions.Section).Get<SpeechOptions>() ?? new SpeechOptions();

    private static IConfigurationRoot Configuration() => new ConfigurationBuilder()
        .AddJsonFile(Path.GetFullPath("appsettings.json"), optional: true)
        .AddEnvironmentVariables()
        .Build();
}
