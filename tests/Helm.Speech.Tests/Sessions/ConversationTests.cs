using Helm.Speech.Sessions;

namespace Helm.Speech.Tests.Sessions;

/// <summary>Whole conversations in a room, with the real engines.</summary>
public sealed class ConversationTests : IAsyncLifetime
{
    private const string LongReply =
        "Production is healthy. All twelve resources are fine, the error rate is zero point one percent, the database has plenty of room, and nobody has complained since this morning.";

    private readonly Scene _scene = new();

    public ValueTask InitializeAsync() => _scene.InitializeAsync();

    [Fact(Skip = Installed.NoAlsa, SkipUnless = nameof(Installed.Alsa), SkipType = typeof(Installed))]
    public async Task Helm_is_woken_answers_and_hears_the_next_question_without_the_wake_phrase_for_a_moment()
    {
        var room = new Room();
        room.Then(() => true, _scene.Said("hey helm, status of production"))
            .Then(() => room.Spoken == 1, _scene.Said("how is staging doing"));
        room.IsOver = () => room.Spoken == 2 && room.IsIdle;

        await _scene.TalkAsync(room, _ => "It is fine.");

        Assert.Equal(["status of production", "how is staging doing"], _scene.Heard);
        Assert.Equal(
            ["idle", "listening", "thinking", "speaking", "listening", "thinking", "speaking", "listening", "idle"], room.States);
        Assert.DoesNotContain("dropped", room.Told);
    }

    [Fact(Skip = Installed.NoAlsa, SkipUnless = nameof(Installed.Alsa), SkipType = typeof(Installed))]
    public async Task After_a_question_Helm_waits_longer_for_the_answer()
    {
        var (room, silence) = (new Room(), 0);
        room.Then(() => true, _scene.Said("hey helm, restart session cache"))
            .Then(() => room.Spoken == 1 && ++silence > 250, _scene.Said("yes please"));
        room.IsOver = () => room.Spoken == 2 && room.IsIdle;

        await _scene.TalkAsync(room, heard => heard.StartsWith("yes", StringComparison.Ordinal) ? "Done." : "Really?");

        Assert.Equal(["restart session cache", "yes please"], _scene.Heard);
    }

    [Fact(Skip = Installed.NoAlsa, SkipUnless = nameof(Installed.Alsa), SkipType = typeof(Installed))]
    public async Task The_wake_phrase_stops_Helm_in_the_middle_of_a_word_and_the_next_command_is_heard()
    {
        var room = new Room();
        room.Then(() => true, _scene.Said("hey helm, status of production"))
            .Then(() => room.HasSpokenFor(3), _scene.Said("hey helm, show me the dashboard"));
        room.IsOver = () => _scene.Heard.Count == 2 && room.IsIdle;

        await _scene.TalkAsync(room, heard => heard.Contains("dashboard", StringComparison.Ordinal) ? "Here it is." : LongReply);

        Assert.Equal(["status of production", "show me the dashboard"], _scene.Heard);
        Assert.Equal(["interrupted: WakePhrase"], room.Starting("interrupted"));
        Assert.Equal(1, room.Hushed);
    }

    [Fact(Skip = Installed.NoAlsa, SkipUnless = nameof(Installed.Alsa), SkipType = typeof(Installed))]
    public async Task A_button_stops_Helm_and_needs_no_wake_phrase()
    {
        VoiceSession? session = null;
        var room = new Room();
        room.Then(() => true, _scene.Said("hey helm, status of production"))
            .Then(() => room.HasSpokenFor(2), _scene.Said("show me the dashboard"), () => session!.Press())
            .Then(() => _scene.Heard.Count == 2, [], () => session!.Release());
        room.IsOver = () => room.IsIdle;
        session = _scene.Session(room, _ => _scene.Heard.Count == 1 ? LongReply : "Here it is.");

        await Scene.RunAsync(session, room);

        Assert.Equal(["status of production", "show me the dashboard"], _scene.Heard);
        Assert.Equal(["interrupted: Button"], room.Starting("interrupted"));
    }

    [Fact(Skip = Installed.NoAlsa, SkipUnless = nameof(Installed.Alsa), SkipType = typeof(Installed))]
    public async Task Cancel_alone_stops_Helm()
    {
        var room = new Room();
        room.Then(() => true, _scene.Said("hey helm, status of production"))
            .Then(() => room.HasSpokenFor(3), _scene.Said("cancel"));
        room.IsOver = () => room.Starting("interrupted").Any() && room.IsIdle;

        await _scene.TalkAsync(room, _ => LongReply);

        Assert.Equal(["status of production"], _scene.Heard);
        Assert.Equal(["interrupted: Stop"], room.Starting("interrupted"));
    }

    [Fact(Skip = Installed.NoAlsa, SkipUnless = nameof(Installed.Alsa), SkipType = typeof(Installed))]
    public async Task Cancel_said_while_a_change_is_read_back_answers_the_question()
    {
        var room = new Room(echo: 0.2);
        room.Then(() => true, _scene.Said("hey helm, restart session cache"))
            .Then(() => room.HasSpokenFor(2), _scene.Said("cancel"));
        room.IsOver = () => _scene.Heard.Count == 2 && room.IsIdle;

        await _scene.TalkAsync(room, heard => heard == "cancel" ? "Cancelled." : "That restarts the session cache of production, and everybody is logged out for a minute. Shall I?");

        Assert.Equal(["restart session cache", "cancel"], _scene.Heard);
        Assert.Equal(["interrupted: Stop"], room.Starting("interrupted"));
    }

    [Theory(Skip = Installed.NoAlsa, SkipUnless = nameof(Installed.Alsa), SkipType = typeof(Installed))]
    [InlineData("espeak-ng", 0.5)]
    [InlineData("flite", 0.5)]
    [InlineData("flite", 0.9)]
    public async Task Helms_own_voice_neither_wakes_nor_answers_it(string engine, double echo)
    {
        _scene.Options.Turns.AfterStatement = TimeSpan.FromSeconds(6);
        var room = new Room(echo).Then(() => true, _scene.Said("hey helm, status of production"));
        room.IsOver = () => _scene.Heard.Count > 0 && room.IsIdle;

        // It says all that could wake it or be taken for a command, and its last words come back when it listens.
        await _scene.TalkInVoiceAsync(
            engine, room, _ => "You can say: hey helm, status of staging. Or: hey helm, show me the dashboard. cancel. show me the issues");

        Assert.Equal(["status of production"], _scene.Heard);
        Assert.Empty(room.Starting("interrupted"));
    }

    [Fact(Skip = Installed.NoAlsa, SkipUnless = nameof(Installed.Alsa), SkipType = typeof(Installed))]
    public async Task An_announcement_waits_until_nobody_speaks_and_what_is_not_for_Helm_is_answered_by_silence()
    {
        VoiceSession? session = null;
        var room = new Room();
        room.Then(() => true, _scene.Said("hey helm, help me"), () => session!.Announce("The error rate is high."));
        room.IsOver = () => room.Spoken == 1 && room.IsIdle;
        session = _scene.Session(room, _ => null);

        await Scene.RunAsync(session, room);

        Assert.Equal(["dropped", "answered: The error rate is high."], room.Told.Where(what => what == "dropped" || what.StartsWith("answered", StringComparison.Ordinal)));
    }

    [Fact(Skip = Installed.NoAlsa, SkipUnless = nameof(Installed.Alsa), SkipType = typeof(Installed))]
    public async Task The_words_of_a_challenge_count_for_nothing_while_Helm_speaks_and_half_a_second_after()
    {
        var room = new Room();
        room.Then(() => true, _scene.Said("hey helm, restart session cache"))
            .Then(() => room.HasSpokenFor(1.5), _scene.Said("volcano, umbrella, piano"))
            .Then(() => room.Spoken == 1, [.. new short[16_000], .. _scene.Said("planet, dragon, tomato")]);
        room.IsOver = () => _scene.Heard.Count == 2 && room.IsIdle;

        await _scene.TalkAsync(room, heard => heard.StartsWith("restart", StringComparison.Ordinal)
            ? "It will be gone for a minute. Say the words: planet, dragon, tomato!?"
            : "Done.");

        Assert.Equal(["restart session cache", "planet dragon tomato"], _scene.Heard);
    }

    [Fact(Skip = Installed.NoAlsa, SkipUnless = nameof(Installed.Alsa), SkipType = typeof(Installed))]
    public async Task A_wake_that_another_device_answers_is_left_to_it()
    {
        var room = new Room().Then(() => true, _scene.Said("hey helm, status of production"));
        room.IsOver = () => room.Starting("ignored").Any();

        await _scene.TalkAsync(room, _ => "It is fine.", claim: _ => false);

        Assert.Empty(_scene.Heard);
    }

    [Fact(Skip = Installed.NoAlsa, SkipUnless = nameof(Installed.Alsa), SkipType = typeof(Installed))]
    public async Task A_wake_without_a_command_is_dropped_silently_and_other_talk_is_not_even_transcribed()
    {
        var room = new Room();
        room.Then(() => true, _scene.Said("status of production. please pass the butter."))
            .Then(() => true, _scene.Said("hey helm"));
        room.IsOver = () => room.Told.Contains("dropped");

        await _scene.TalkAsync(room, _ => "It is fine.");

        Assert.Empty(_scene.Heard);
        Assert.Equal(["heard: "], room.Starting("heard"));
        Assert.Equal(["idle", "listening", "idle"], room.States);
    }

    public ValueTask DisposeAsync() => _scene.DisposeAsync();
}
