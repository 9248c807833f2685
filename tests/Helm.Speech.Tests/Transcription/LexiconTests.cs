namespace Helm.Speech.Tests.Transcription;

public sealed class LexiconTests : IDisposable
{
    private readonly SmallLexicon _lexicon = new();

    [Theory]
    [InlineData("read", "R EH D|R IY D")]
    [InlineData("kubernetes", "K UW B ER N EH T IY Z|K UW B ER N EY T IY Z|K UW B ER N IY T S|K Y UW B ER N EH T IY Z")]
    [InlineData("frontdoor", "F R AH N T D AO R")]
    [InlineData("qr", "K Y UW AA R")]
    [InlineData("zzyx", null)]
    public void A_word_sounds_as_listed_or_composed_or_not_at_all(string word, string? sounds)
    {
        var found = _lexicon.Open().Find([word]);

        Assert.Equal(sounds, found.TryGetValue(word, out var pronunciations) ? string.Join('|', pronunciations) : null);
    }

    [Fact]
    public void The_operator_s_pronunciation_wins()
    {
        var file = _lexicon.Write("# ours", "api AE P IY", "zzyx Z IH K S", "broken XX YY");

        var found = _lexicon.Open(file).Find(["api", "zzyx", "broken"]);

        Assert.Equal(["AE P IY"], found["api"]);
        Assert.Equal(["Z IH K S"], found["zzyx"]);
        Assert.DoesNotContain("broken", found.Keys);
    }

    public void Dispose() => _lexicon.Dispose();
}
