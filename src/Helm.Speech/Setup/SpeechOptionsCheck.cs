using Helm.Operations.Settings;
using Helm.Speech.Azure;
using Helm.Speech.Engines;
using Helm.Speech.Hearing;
using Helm.Speech.Wyoming;
using Microsoft.Extensions.Options;

namespace Helm.Speech.Setup;

/// <summary>Every engine is one that there is, and every figure can be meant.</summary>
public sealed class SpeechOptionsCheck : IValidateOptions<SpeechOptions>
{
    public ValidateOptionsResult Validate(string? name, SpeechOptions options)
    {
        var requirements = new Requirements(SpeechOptions.Section);
        Hearing(requirements, options.Hearing);
        WakePhraseRules.Check(requirements, options.Hearing);
        Engines(requirements, "Hearing:Wake:Engines", options.Hearing.Wake.Engines, EngineCatalog.Wake.Keys);
        Engines(requirements, "Hearing:Transcription:Engines", options.Hearing.Transcription.Engines, EngineCatalog.Transcription.Keys);
        Engines(requirements, "Synthesis:Engines", options.Synthesis.Engines, EngineCatalog.Synthesis.Keys);
        Elsewhere(requirements, options);
        requirements
            .Require(options.Synthesis.WordsPerMinute is >= 80 and <= 450, "Synthesis:WordsPerMinute", options.Synthesis.WordsPerMinute, "80 to 450")
            .Require(options.Synthesis.LongestText is >= 100 and <= 20_000, "Synthesis:LongestText", options.Synthesis.LongestText, "100 to 20000 characters");
        return requirements.Result();
    }

    /// <summary>Of engines elsewhere only those are looked at that an engine list names.</summary>
    private static void Elsewhere(Requirements requirements, SpeechOptions options)
    {
        var listed = new Dictionary<string, IReadOnlyList<string>>
        {
            ["wake"] = EngineNames.Of(options.Hearing.Wake.Engines),
            ["transcription"] = EngineNames.Of(options.Hearing.Transcription.Engines),
            ["synthesis"] = EngineNames.Of(options.Synthesis.Engines),
        };
        AzureOptionsRules.Check(
            requirements, options.Azure,
            listens: listed["transcription"].Contains(AzureTranscription.EngineName),
            speaks: listed["synthesis"].Contains(AzureSynthesizer.EngineName));
        WyomingOptionsRules.Check(requirements, options.Wyoming, stage => listed[stage].Contains(WyomingTalk.EngineName));
    }

    private static void Hearing(Requirements requirements, HearingOptions options) => requirements
        .Require(options.Wake.Prior is >= -6 and < 0, "Hearing:Wake:Prior", options.Wake.Prior, "-6 to below 0 (a logarithm)")
        .Require(options.Wake.CommandWithin > TimeSpan.Zero, "Hearing:Wake:CommandWithin", options.Wake.CommandWithin, "more than nothing")
        .Require(options.Agreement.Questions is >= 0 and <= 1, "Hearing:Agreement:Questions", options.Agreement.Questions, "0 to 1")
        .Require(
            options.Agreement.Changes >= 0 && options.Agreement.Changes <= options.Agreement.Questions,
            "Hearing:Agreement:Changes", options.Agreement.Changes, "0 to Hearing:Agreement:Questions")
        .Require(
            options.Agreement.OtherWords >= 0 && options.Agreement.OtherWords <= options.Agreement.Changes,
            "Hearing:Agreement:OtherWords", options.Agreement.OtherWords, "0 to Hearing:Agreement:Changes")
        .Require(options.EndSilence >= TimeSpan.FromSeconds(0.1), "Hearing:EndSilence", options.EndSilence, "at least 00:00:00.1")
        .Require(options.LongestSentence > options.EndSilence, "Hearing:LongestSentence", options.LongestSentence, "more than Hearing:EndSilence");

    private static void Engines(Requirements requirements, string key, string listed, IReadOnlyCollection<string> known)
    {
        var names = EngineNames.Of(listed);
        requirements.Require(
            names.Count > 0 && names.All(known.Contains) && names.Distinct().Count() == names.Count,
            key, listed, $"one or more of {string.Join(", ", known)}, the preferred one first");
    }
}
