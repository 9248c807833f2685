using Helm.Conversation.Tagging;

namespace Helm.Conversation.Tests.Tagging;

public sealed class TaggerTests
{
    private static readonly string[] Artists = ["Nina Simone", "Bela Fleck", "Bob", "Ella Jane Fitz", "Otis"];
    private static readonly string[] Lists = ["road trip", "gym", "late night jazz", "Sunday"];

    private static readonly TaggedSentence[] Sentences =
    [
        .. from artist in Artists
           from list in Lists
           select Tagged($"add|O the|O song|O by|O {Words(artist, "artist")} to|O my|O {Words(list, "playlist")} playlist|O"),
        .. Artists.Select(artist => Tagged($"play|O something|O by|O {Words(artist, "artist")}")),
    ];

    private readonly Tagger _tagger = Tagger.Train(Sentences, new TaggerOptions());

    [Fact]
    public void Names_never_seen_are_found_by_what_stands_around_them()
    {
        var tags = _tagger.Tag("add the song by Zaz Quux to my brand new playlist".Split(' '));

        Assert.Equal([new Chunk("artist", 4, 6), new Chunk("playlist", 8, 10)], Chunk.Of(tags));
    }

    [Fact]
    public void Words_outside_of_slots_stay_outside()
    {
        var tags = _tagger.Tag(["play", "something", "by", "Otis"]);

        Assert.Equal(["O", "O", "O", "B-artist"], tags);
    }

    [Fact]
    public void The_same_sentences_give_the_same_tags()
    {
        var again = Tagger.Train(Sentences, new TaggerOptions());
        string[] strange = ["by", "my", "Simone", "playlist", "to", "Bob", "gym"];

        Assert.Equal(_tagger.Tag(strange), again.Tag(strange));
    }

    [Fact]
    public void No_words_have_no_tags() => Assert.Empty(_tagger.Tag([]));

    [Fact]
    public void A_tagger_of_no_sentences_finds_nothing() =>
        Assert.Equal(["O", "O"], Tagger.Train([], new TaggerOptions()).Tag(["any", "words"]));

    private static string Words(string name, string slot) =>
        string.Join(' ', name.Split(' ').Select((word, at) => $"{word}|{(at == 0 ? "B" : "I")}-{slot}"));

    private static TaggedSentence Tagged(string text)
    {
        var pairs = text.Split(' ').Select(word => word.Split('|')).ToArray();

        return new TaggedSentence([.. pairs.Select(pair => pair[0])], [.. pairs.Select(pair => pair[1])]);
    }
}
