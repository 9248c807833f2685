using System.Diagnostics;
using Helm.Speech.Sessions;

namespace Helm.Speech.Tests.Sessions;

/// <summary>Sessions come and go all day, and leave nothing behind.</summary>
[Collection(nameof(Alone))]
public sealed class ManySessionsTests : IAsyncLifetime
{
    private const long Megabyte = 1 << 20;

    private static readonly int Sessions = Environment.GetEnvironmentVariable("HELM_SOAK") is null ? 150 : 10_000;

    private readonly Scene _scene = new();
    private int _answered;

    public ValueTask InitializeAsync() => _scene.InitializeAsync();

    [Fact(Skip = Installed.NoEngines, SkipUnless = nameof(Installed.Engines), SkipType = typeof(Installed))]
    public async Task Neither_memory_nor_files_nor_threads_grow_over_many_sessions()
    {
        await _scene.LearnAsync(SmallLanguage.WithExamples);
        // The second is in no pattern, and is heard by the models of other words.
        short[][] commands = [_scene.Said("hey helm, status of production"), _scene.Said("hey helm, find out what slows the payment service down", "slt")];
        // What is kept for reuse is made first.
        await TalkAsync(Sessions / 5, commands);
        var (memory, files, threads) = Held();
        _answered = 0;

        await TalkAsync(Sessions, commands);

        var (later, laterFiles, laterThreads) = Held();
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{Sessions} sessions, {_answered} answered: {memory / Megabyte} MB then {later / Megabyte} MB, {files} then {laterFiles} files, {threads} then {laterThreads} threads");
        Assert.InRange(later - memory, long.MinValue, 40 * Megabyte);
        Assert.InRange(laterFiles, 0, files + 20);
        Assert.InRange(laterThreads, 0, threads + 20);
        Assert.Equal(Sessions / 10, _answered);
    }

    /// <summary>Of ten, one is answered; the others go before a word, within the wake phrase, within the command, or in noise.</summary>
    private async Task TalkAsync(int sessions, short[][] commands)
    {
        var random = new Random(23);
        short[] noise = [.. Enumerable.Range(0, 8_000).Select(_ => (short)random.Next(-3_000, 3_000))];
        for (var i = 0; i < sessions; i++)
        {
            var command = commands[i / 10 % commands.Length];
            await (i % 10 == 0 ? AnsweredAsync(command) : GoneAsync(i % 3 == 0 ? noise : command[..random.Next(command.Length)]));
        }
    }

    private async Task AnsweredAsync(short[] command)
    {
        var answers = 0;
        var door = new HastyDoor([.. command, .. new short[9_600]], () => answers > 0);
        await Scene.RunAsync(_scene.Session(_ => "Fine.", happened => answers += happened is VoiceEvent.Answered ? 1 : 0), door);
        _answered += answers;
    }

    private Task GoneAsync(short[] sound) => Scene.RunAsync(_scene.Session(_ => "Fine.", _ => { }), new HastyDoor(sound));

    private static (long Memory, int Files, int Threads) Held()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        using var self = Process.GetCurrentProcess();
        return (self.WorkingSet64, OperatingSystem.IsLinux() ? Directory.GetFiles("/proc/self/fd").Length : 0, self.Threads.Count);
    }

    public ValueTask DisposeAsync() => _scene.DisposeAsync();
}
