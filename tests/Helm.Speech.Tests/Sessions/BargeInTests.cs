using System.Globalization;

namespace Helm.Speech.Tests.Sessions;

/// <summary>
/// Somebody speaks while Helm does, at many moments: each falls on other sounds of Helm's, and a few are unlucky. The soak
/// measures how many; the ordinary run tries few of them and asks for so much less that luck does not decide.
/// </summary>
public sealed class BargeInTests : IAsyncLifetime
{
    private const string LongReply =
        "Production is healthy. All twelve resources are fine, the error rate is zero point one percent, the database has plenty of room, and nobody has complained since this morning.";

    private static readonly bool IsSoak = Environment.GetEnvironmentVariable("HELM_SOAK") is not null;

    // Seconds of Helm's speech.
    private static readonly double[] Moments = [.. Enumerable.Range(0, IsSoak ? 40 : 9).Select(i => 0.5 + i * (IsSoak ? 0.1 : 0.5))];

    /// <summary>How loud the microphone hears the loudspeaker, and the share of moments at which somebody must get through.</summary>
    /// <remarks>At 0.5 it hears Helm nearly as loud as the person; there the first two seconds of its first words are the difficulty.</remarks>
    public static TheoryData<double, double> Echoes { get; } = IsSoak ? new() { { 0, 0.95 }, { 0.2, 0.9 }, { 0.5, 0.6 } } : new() { { 0, 0.6 }, { 0.2, 0.6 } };

    private static readonly string[] Commands =
        ["show me the dashboard", "how is staging doing", "list all critical issues in production", "what is wrong with payment service"];

    private static readonly string[] StopWords = ["cancel", "stop", "never mind", "stop talking"];

    private static readonly string[] OtherTalk =
        ["volcano, umbrella, piano", "the quick brown fox jumps over the lazy dog", "planet, dragon, tomato", "could you send me the slides after the call"];

    private readonly Scene _scene = new();

    public ValueTask InitializeAsync()
    {
        if (IsSoak)
        {
            // The voice that people hear, as it comes.
            _scene.Options.Synthesis.Voice = null;
        }

        return _scene.InitializeAsync();
    }

    [Theory(Skip = Installed.NoAlsa, SkipUnless = nameof(Installed.Alsa), SkipType = typeof(Installed))]
    [MemberData(nameof(Echoes))]
    public async Task The_wake_phrase_stops_Helm_at_nearly_any_moment_and_the_command_after_it_is_heard(double echo, double least)
    {
        var (tries, understood) = (0, 0);
        foreach (var (moment, voice, which) in Tries(echo))
        {
            var command = Commands[which % Commands.Length];
            var (_, heard, told) = await InterruptAsync(echo, moment, _scene.Said($"hey helm, {command}", voice));
            tries++;
            var isUnderstood = heard == command;
            understood += isUnderstood ? 1 : 0;
            Note(isUnderstood, $"{voice} at {moment.ToString("F2", CultureInfo.InvariantCulture)}, echo {echo}: {told}");
        }

        Note(false, $"echo {echo}: {understood} of {tries} understood");
        Assert.InRange((double)understood / tries, least, 1);
    }

    [Theory(Skip = Installed.NoAlsa, SkipUnless = nameof(Installed.Alsa), SkipType = typeof(Installed))]
    [MemberData(nameof(Echoes))]
    public async Task A_stop_word_alone_stops_Helm_at_most_moments(double echo, double least)
    {
        var (tries, stopped) = (0, 0);
        foreach (var (moment, voice, which) in Tries(echo))
        {
            var word = StopWords[which % StopWords.Length];
            var (isStopped, _, told) = await InterruptAsync(echo, moment, _scene.Said(word, voice));
            tries++;
            stopped += isStopped ? 1 : 0;
            Note(isStopped, $"{word} by {voice} at {moment.ToString("F2", CultureInfo.InvariantCulture)}, echo {echo}: {told}");
        }

        Note(false, $"echo {echo}: {stopped} of {tries} stopped by a word");
        Assert.InRange((double)stopped / tries, least - 0.15, 1);
    }

    [Theory(Skip = Installed.NoAlsa, SkipUnless = nameof(Installed.Alsa), SkipType = typeof(Installed))]
    [MemberData(nameof(Echoes))]
    public async Task Talk_that_is_not_for_Helm_does_not_stop_it(double echo, double through)
    {
        var (tries, stopped) = (0, 0);
        foreach (var (moment, voice, which) in Tries(echo).Where((_, i) => IsSoak || i % 2 == 1))
        {
            var (isStopped, _, told) = await InterruptAsync(echo, moment, _scene.Said(OtherTalk[which % OtherTalk.Length], voice));
            tries++;
            stopped += isStopped ? 1 : 0;
            Note(!isStopped, $"{voice} at {moment.ToString("F2", CultureInfo.InvariantCulture)}, echo {echo}: {told}");
        }

        Note(false, $"echo {echo}, where {through:P0} get through with the wake phrase: {stopped} of {tries} stopped");
        // Once in a hundred it is taken for the phrase; of so few as an ordinary run has, one may be that one.
        Assert.InRange((double)stopped / tries, 0, IsSoak ? 0.02 : 0.3);
    }

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    private static IEnumerable<(double Moment, string Voice, int Which)> Tries(double echo) => IsSoak
        ? from voice in Recordings.Voices from i in Enumerable.Range(0, Moments.Length) select (Moments[i], voice, i)
        // Without an echo there is little that could go wrong.
        : Moments.Select((moment, i) => (moment, Recordings.Voices[i % Recordings.Voices.Length], i)).Where((_, i) => echo > 0 || i % 2 == 0);

    private async Task<(bool IsStopped, string? Heard, string Told)> InterruptAsync(double echo, double moment, short[] words)
    {
        var (room, said, after) = (new Room(echo), false, 0);
        string? heard = null;
        var session = _scene.Session(room, what =>
        {
            heard = what;
            return "Fine.";
        });
        session.Announce(LongReply);
        room.Then(() => room.HasSpokenFor(moment), words, () => said = true);
        // Long enough for the words and for what is made of them.
        room.IsOver = () => said && (heard is not null || room.IsIdle || ++after > 150);

        await Scene.RunAsync(session, room);

        return (room.Starting("interrupted").Any() || heard is not null, heard, string.Join(" | ", room.Told));
    }

    private static void Note(bool isUsual, string what)
    {
        if (!isUsual)
        {
            TestContext.Current.TestOutputHelper?.WriteLine(what);
        }
    }
}
