using System.Diagnostics;
using System.Text.Json.Nodes;
using Helm.Acceptance.Tests.Drivers;
using Helm.Speech.Setup;

namespace Helm.Acceptance.Tests.Voice;

/// <summary>From a recording of somebody's voice to a recording of Helm's, through the real program.</summary>
public sealed class HearTests(WorkFolder folder) : IClassFixture<WorkFolder>
{
    private static readonly string[] Times = ["wake", "end_to_text", "text_to_audio"];

    private static bool IsInstalled =>
        SpeechHealth.CheckAsync(new SpeechOptions()).GetAwaiter().GetResult() is { CanHear: true, CanSpeak: true }
        && Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(path => File.Exists(Path.Combine(path, "flite")));

    [Theory]
    [InlineData("slt")]
    [InlineData("rms")]
    [InlineData("awb")]
    public async Task A_spoken_question_is_answered_aloud_with_the_numbers_of_the_json(string voice)
    {
        SkipWithoutEngines();
        var (question, answer) = (Record(voice, "hey helm, status of production"), folder.In($"{voice}-answer.wav"));

        var line = await HearAsync(0, question, "--out", answer);

        Assert.Equal((true, true, "status_query"), (Flag(line, "woke"), Flag(line, "accepted"), Text(line, "intent")));
        Assert.Equal("prod", line["entities"]!["environment"]!.GetValue<string>());
        Assert.Contains("The error rate is 5.2%", Text(line, "reply_text"), StringComparison.Ordinal);
        Assert.Contains("65/1250 requests", Text(line, "reply_text"), StringComparison.Ordinal);
        Assert.Contains("sixty-five out of twelve hundred fifty requests", Text(line, "reply"), StringComparison.Ordinal);
        Assert.All(Times, time => Assert.True(line["ms"]![time]!.GetValue<double>() >= 0));
        HasSound(answer);
    }

    [Fact]
    public async Task A_recording_of_other_talk_does_nothing()
    {
        SkipWithoutEngines();
        var answer = folder.In("no-answer.wav");

        var line = await HearAsync(0, Record("slt", "the weather will be fine tomorrow, with some clouds in the evening"), "--out", answer);

        Assert.Equal((false, false), (Flag(line, "woke"), Flag(line, "accepted")));
        Assert.Null(line["intent"]);
        Assert.Null(line["reply"]);
        Assert.False(File.Exists(answer), "It was answered all the same.");
    }

    [Fact]
    public async Task A_file_that_is_no_recording_is_an_error_in_its_line_and_in_the_exit_code()
    {
        SkipWithoutEngines();

        var line = await HearAsync(1, folder.Write("notes.wav", "hey helm, status of production"));

        Assert.NotEmpty(Text(line, "error"));
        Assert.False(Flag(line, "woke"));
    }

    private static void SkipWithoutEngines() => Assert.SkipUnless(IsInstalled, "PocketSphinx, its English model, a voice or flite is not installed");

    private static bool Flag(JsonNode line, string name) => line[name]!.GetValue<bool>();

    private static string Text(JsonNode line, string name) => line[name]!.GetValue<string>();

    /// <summary>Speech, not silence: longer than a second, and loud enough somewhere.</summary>
    private static void HasSound(string file)
    {
        var audio = File.ReadAllBytes(file);
        Assert.Equal("RIFF", System.Text.Encoding.ASCII.GetString(audio, 0, 4));
        var samples = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, short>(audio.AsSpan(44, (audio.Length - 44) / 2 * 2));
        Assert.True(samples.Length > 8000, $"The answer has {samples.Length} samples.");
        var loudest = 0;
        foreach (var sample in samples)
        {
            loudest = Math.Max(loudest, Math.Abs((int)sample));
        }

        Assert.True(loudest > 3000, $"The loudest sample of the answer is {loudest}.");
    }

    private async Task<JsonNode> HearAsync(int code, string recording, params string[] options)
    {
        var ended = await HeyHelm.RunAsync(folder.Path, ["hear", "--scenario", "db-connections", recording, .. options]);
        Assert.True(ended.Code == code, ended.ToString());
        return JsonNode.Parse(Assert.Single(ended.Output.TrimEnd('\n').Split('\n')))!;
    }

    private string Record(string voice, string words)
    {
        var file = folder.In($"{voice}-{words.Length}.wav");
        using var flite = Process.Start("flite", ["-voice", voice, "-t", words, "-o", file]);
        flite.WaitForExit();
        Assert.Equal(0, flite.ExitCode);
        return file;
    }
}
