using System.Text.Json.Serialization;
using Helm.Cli.Remote;
using Helm.Host.Voice;
using Helm.Speech.Hearing;
using Helm.Speech.Keeping;
using Helm.Speech.Transcription;

namespace Helm.Cli.Voice;

/// <summary>Hears kept sentences again, with today's names, phrases and options, and compares.</summary>
internal static class Replay
{
    /// <param name="what">The id of a kept turn, a recording, or a folder of them.</param>
    public static IReadOnlyList<string> Find(string what, VoiceOptions options)
    {
        var folder = new TurnFolder(options.TurnFolder, options.KeepTurns);
        string[] found =
            File.Exists(what) ? [Path.ChangeExtension(what, ".wav")]
            : Directory.Exists(what) ? [.. Directory.GetFiles(what, "*.wav").Order(StringComparer.Ordinal)]
            : folder.Ids.Contains(what) ? [folder.SoundOf(what)]
            : [];
        return found.Length > 0 ? found : throw new CommandFailedException(
            $"There is no turn, recording or folder {what}. {Kept(folder, options)}");
    }

    public static ReplayLine Hear(Ear ear, string recording)
    {
        var kept = TurnFolder.Read(recording);
        var heard = ear.Hear(recording, requireWake: false);
        var now = heard.Error is null ? ReplayLine.Hearing.Of(heard.Transcript) : null;
        var then = kept is null ? null : ReplayLine.Hearing.Of(kept.Heard);
        return new ReplayLine(recording, then, now, kept is null || now is null ? null : then == now)
        {
            Decision = kept?.Decision,
            Ms = kept?.Ms,
            EndToTextNow = heard.EndToTextMs is { } delay ? Math.Round(delay, 1) : null,
            Error = heard.Error,
        };
    }

    private static string Kept(TurnFolder folder, VoiceOptions options) => folder.Ids switch
    {
        [] => $"None is kept in {Path.GetFullPath(options.TurnFolder)}; the host keeps them when Helm:Voice:KeepTurns is set.",
        [var newest, ..] all => $"{all.Count} are kept in {Path.GetFullPath(options.TurnFolder)}; the newest is {newest}.",
    };
}

/// <summary>What is printed of a sentence that was heard again.</summary>
/// <param name="Same">Null when there is nothing to compare with.</param>
internal sealed record ReplayLine(string File, ReplayLine.Hearing? Then, ReplayLine.Hearing? Now, bool? Same)
{
    public string? Decision { get; init; }

    public KeptTimes? Ms { get; init; }

    public double? EndToTextNow { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Error { get; init; }

    /// <summary>Both hypotheses, how far they differ, and what the gate made of them.</summary>
    internal sealed record Hearing(string Words, string Verdict, string ByGrammar, string ByLanguageModel, double Distance, bool NeedsConfirmation)
    {
        public static Hearing Of(Transcript heard) => new(
            heard.Words,
            System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(heard.Verdict.ToString()),
            heard.ByGrammar,
            heard.ByLanguageModel,
            Math.Round(heard.Distance, 3),
            heard.NeedsConfirmation);
    }
}
