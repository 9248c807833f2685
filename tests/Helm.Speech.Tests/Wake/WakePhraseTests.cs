using Helm.Operations.Settings;
using Helm.Speech.Setup;
using Helm.Speech.Tests.Transcription;
using Helm.Speech.Transcription;
using Helm.Speech.Wake;

namespace Helm.Speech.Tests.Wake;

/// <summary>What wakes Helm is configured; the grammar and the language follow.</summary>
public sealed class WakePhraseTests : IDisposable
{
    private readonly SmallLexicon _lexicon = new();

    public void Dispose() => _lexicon.Dispose();

    [Fact]
    public void It_is_said_as_its_words_are_with_and_without_the_vowel_that_many_put_between_the_last_sounds()
    {
        var lexicon = _lexicon.Open(_lexicon.Write("hey HH EY", "helm HH EH L M", "ok OW K EY", "film F IH L M"));

        Assert.Equal(["HH EY HH EH L M", "HH EY HH EH L AH M"], WakePhrase.Of("Hey  Helm").Pronunciations(lexicon));
        Assert.Equal(["OW K EY F IH L M", "OW K EY F IH L AH M"], WakePhrase.Of("ok film").Pronunciations(lexicon));
        Assert.Empty(WakePhrase.Of("ok zzyx").Pronunciations(lexicon));
    }

    [Fact]
    public void Every_way_to_say_its_words_counts() =>
        Assert.Equal(["R EH D F R AH N T", "R IY D F R AH N T"], WakePhrase.Of("read front").Pronunciations(_lexicon.Open()));

    [Theory]
    [InlineData("computer")]
    [InlineData("ok helm")]
    [InlineData("Hey Helm")]
    public void Phrases_of_English_words_may_be_meant(string phrase) =>
        Assert.True(Check(phrase).Succeeded, string.Join(' ', Check(phrase).Failures ?? []));

    [Theory]
    [InlineData("", "one to 4 English words")]
    [InlineData("hal 9000", "one to 4 English words")]
    [InlineData("привет", "one to 4 English words")]
    [InlineData("hello my dear operations assistant", "one to 4 English words")]
    [InlineData("hey operations department", "at most 16 letters")]
    public void What_is_no_phrase_is_refused_at_the_start(string phrase, string reason)
    {
        var failure = Assert.Single(Check(phrase).Failures!);

        Assert.StartsWith("Helm:Speech:Hearing:Wake:Phrase is '", failure, StringComparison.Ordinal);
        Assert.Contains(reason, failure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zzyx main", "nobody knows how \"zzyx\" sounds: write it down in the file of Hearing:LexiconFile")]
    [InlineData("stop", "this has 4, and everyday talk would wake Helm")]
    public void What_cannot_be_pronounced_or_told_from_talk_says_what_to_do(string phrase, string reason)
    {
        var requirements = new Requirements("Helm:Speech");

        WakePhraseRules.Pronounce(requirements, WakePhrase.Of(phrase), _lexicon.Open());

        Assert.Contains(reason, Assert.Single(requirements.Result().Failures!), StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_is_the_phrase_cannot_be_said()
    {
        var phrase = WakePhrase.Of("main door");
        var language = SpeakableLanguage.From(SmallLanguage.With(["main door", "front door"]), _lexicon.Open(_lexicon.Write("hey HH EY")), phrase);

        Assert.Contains(language.LeftOut, left => left.What == "resource \"main door\"" && left.Why.Contains("control word", StringComparison.Ordinal));
        Assert.Equal(["front", "door"], phrase.Strip(["main", "door", "front", "door"]));
        Assert.Equal(["hey", "helm"], phrase.Strip(["hey", "helm"]));
    }

    private static Microsoft.Extensions.Options.ValidateOptionsResult Check(string phrase) =>
        new SpeechOptionsCheck().Validate(null, new SpeechOptions { Hearing = { Wake = { Phrase = phrase } } });
}
