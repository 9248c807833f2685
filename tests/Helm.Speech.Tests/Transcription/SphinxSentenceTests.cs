using Helm.Speech.Audio;
using Helm.Speech.Transcription;

namespace Helm.Speech.Tests.Transcription;

/// <summary>A sentence is decoded at the first pause that may be its end, and again where it was none.</summary>
public sealed class SphinxSentenceTests
{
    private readonly List<(int Samples, CancellationToken Stale)> _heard = [];

    [Fact]
    public async Task The_guess_at_the_pause_that_was_the_end_is_the_text()
    {
        using var sentence = Sentence();
        sentence.Push(new short[320]);
        sentence.Pause();
        sentence.Push(new short[320]);
        sentence.Pause();

        Assert.Equal("320", (await sentence.EndAsync(TestContext.Current.CancellationToken)).Words);
        Assert.Single(_heard);
    }

    [Fact]
    public async Task A_guess_is_given_up_when_the_sentence_goes_on()
    {
        using var sentence = Sentence();
        sentence.Push(new short[320]);
        sentence.Pause();
        sentence.Resume();
        sentence.Push(new short[320]);

        Assert.True(_heard[0].Stale.IsCancellationRequested);
        Assert.Equal("640", (await sentence.EndAsync(TestContext.Current.CancellationToken)).Words);
        Assert.False(_heard[1].Stale.IsCancellationRequested);
    }

    [Fact]
    public void Nobody_waits_for_the_text_of_a_sentence_that_was_forgotten()
    {
        var sentence = Sentence();
        sentence.Pause();

        sentence.Dispose();

        Assert.True(_heard[0].Stale.IsCancellationRequested);
    }

    [Fact]
    public async Task What_is_heard_so_far_is_told_while_it_is_spoken_and_not_in_a_silence_that_may_be_the_end()
    {
        var told = new TaskCompletionSource<string>();
        using var sentence = new SphinxSentence(HearAsync, samples => $"{samples.Length}", told.SetResult);

        sentence.Push(new short[2 * SpeechFormat.SampleRate]);
        Assert.Equal("32000", (await sentence.EndAsync(TestContext.Current.CancellationToken)).Words);
        Assert.False(told.Task.IsCompleted);

        sentence.Push(new short[320]);
        sentence.Resume();
        Assert.Equal("32320", await told.Task.WaitAsync(TestContext.Current.CancellationToken));
    }

    private SphinxSentence Sentence() => new(HearAsync, _ => null, partial: null);

    private Task<Transcript> HearAsync(short[] samples, CancellationToken stale)
    {
        _heard.Add((samples.Length, stale));
        return Task.FromResult(Transcript.Nothing with { Words = $"{samples.Length}" });
    }
}
