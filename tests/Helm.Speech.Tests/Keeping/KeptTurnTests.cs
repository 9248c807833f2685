using Helm.Speech.Audio;
using Helm.Speech.Keeping;
using Helm.Speech.Sessions;
using Helm.Speech.Transcription;

namespace Helm.Speech.Tests.Keeping;

/// <summary>The last turns are kept on request: bounded, for their owner alone, and with what became of them.</summary>
public sealed class KeptTurnTests : IDisposable
{
    private static readonly short[] Sound = [1, 2, 3];
    private static readonly Transcript Question = new("status", Verdict.Accepted, false, true, "status", "status", 0);

    private readonly string _path = Path.Combine(Path.GetTempPath(), $"helm-turns-{Guid.NewGuid():N}");
    private readonly List<string> _troubles = [];

    [Fact]
    public void A_turn_is_kept_with_its_sound_both_hypotheses_times_and_answer()
    {
        var folder = Talk(5, keeper => Ask(keeper));

        var sound = folder.SoundOf(Assert.Single(folder.Ids));
        Assert.Equal(Sound, WavReader.Read(sound));
        var turn = TurnFolder.Read(sound)!;
        Assert.Equal(("kitchen", Question, "answered", "It is fine."), (turn.Device, turn.Heard, turn.Decision, turn.Answer));
        Assert.Equal(new KeptTimes(300, 600, 20, 5), turn.Ms);
    }

    [Fact]
    public void What_was_not_for_Helm_not_understood_failed_or_overtaken_is_told_as_such()
    {
        var folder = Talk(9, keeper =>
        {
            Hear(keeper, Question with { Verdict = Verdict.Rejected });
            Hear(keeper, Transcript.Nothing);
            Hear(keeper, Question);
            keeper.Watch(new VoiceEvent.Changed(VoiceState.Idle));
            Hear(keeper, Question);
            keeper.Watch(new VoiceEvent.Failed("no answer"));
            Hear(keeper, Question with { Verdict = Verdict.DidYouMean });
            keeper.Watch(new VoiceEvent.Answered(new SpokenAnswer("Did you mean: status?"), TimeSpan.Zero));
            Hear(keeper, Question);
            Ask(keeper);
        });

        Assert.Equal(
            ["rejected", "nothing_heard", "not_for_helm", "failed", "asked_back", "overtaken", "answered"],
            folder.Ids.Reverse().Select(id => TurnFolder.Read(folder.SoundOf(id))!.Decision));
    }

    [Fact]
    public void Only_the_last_ones_are_kept()
    {
        var folder = Talk(3, keeper => Enumerable.Range(0, 10).ToList().ForEach(_ => Ask(keeper)));

        Assert.Equal(3, folder.Ids.Count);
        Assert.Equal(6, Directory.GetFiles(_path).Length);
    }

    [Fact]
    public void Nobody_else_can_read_them()
    {
        Talk(3, keeper => Ask(keeper));
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has other rights.");
            return;
        }

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_path));
        foreach (var file in Directory.GetFiles(_path))
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public void An_answer_to_a_challenge_is_not_kept()
    {
        var folder = Talk(3, keeper => keeper.Watch(new VoiceEvent.Heard(Question, TimeSpan.Zero) { Sound = Sound, AnswersChallenge = true }));

        Assert.Empty(folder.Ids);
        Assert.False(Directory.Exists(_path));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_does_not_end_the_conversation()
    {
        File.WriteAllText(_path, "in the way");

        Talk(3, keeper => Ask(keeper));

        Assert.NotEmpty(_troubles);
    }

    private TurnFolder Talk(int most, Action<TurnKeeper> talk)
    {
        var folder = new TurnFolder(_path, most);
        talk(new TurnKeeper(folder, "kitchen", TimeProvider.System, _troubles.Add));
        return folder;
    }

    private static void Ask(TurnKeeper keeper)
    {
        keeper.Watch(new VoiceEvent.Woke(TimeSpan.FromMilliseconds(300)));
        Hear(keeper, Question);
        keeper.Watch(new VoiceEvent.Answered(new SpokenAnswer("It is fine."), TimeSpan.FromMilliseconds(20)));
        keeper.Watch(new VoiceEvent.Changed(VoiceState.Speaking));
        keeper.Watch(new VoiceEvent.Sounded(TimeSpan.FromMilliseconds(5)));
        keeper.Watch(new VoiceEvent.Changed(VoiceState.Idle));
    }

    private static void Hear(TurnKeeper keeper, Transcript heard) =>
        keeper.Watch(new VoiceEvent.Heard(heard, TimeSpan.FromMilliseconds(600)) { Sound = Sound });

    public void Dispose()
    {
        if (Directory.Exists(_path))
        {
            Directory.Delete(_path, recursive: true);
        }

        File.Delete(_path);
    }
}
