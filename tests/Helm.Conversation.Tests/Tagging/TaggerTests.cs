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
           select Tagged("add", $"add|O the|O song|O by|O {Words(artist, "artist")} to|O my|O {Words(list, "playlist")} playlist|O"),
        .. Artists.Select(artist => Tagged("play", $"play|O something|O by|O {Words(artist, "artist")}")),
        .. Lists.Select(list => Tagged("play", $"play|O my|O {Words(list, "album")} from|O the|O start|O")),
    ];

    private readonly Tagger _tagger = Tagger.Train(Sentences, new TaggerOptions());

    [Fact]
    public void Names_never_seen_are_found_by_what_stands_around_them()
    {
        var tags = Tags("add", "add the song by Zaz Quux to my brand new playlist");

        Assert.Equal([new Chunk("artist", 4, 6), new Chunk("playlist", 8, 10)], Chunk.Of(tags));
    }

    [Fact]
    public void Words_outside_of_slots_stay_outside() =>
        Assert.Equal(["O", "O", "O", "B-artist"], Tags("play", "play something by Otis"));

    [Fact]
    public void A_label_uses_its_own_slots_only() =>
        Assert.DoesNotContain(Chunk.Of(Tags("play", "add the song by Bob to my gym playlist")), chunk => chunk.Slot == "playlist");

    [Fact]
    public void The_label_of_a_sentence_is_the_likelier_one()
    {
        var reading = _tagger.Read("add the song by Zaz to my slow playlist".Split(' '));

        Assert.True(reading.LogChance("add") > Math.Log(0.95));
        Assert.True(reading.LogChance("play") < Math.Log(0.05));
    }

    [Theory]
    [InlineData("play something by Otis")]
    [InlineData("entirely other words")]
    [InlineData("play")]
    public void The_chances_of_all_labels_make_one(string text)
    {
        var reading = _tagger.Read(text.Split(' '));

        Assert.Equal(1, Math.Exp(reading.LogChance("add")!.Value) + Math.Exp(reading.LogChance("play")!.Value), 6);
    }

    [Fact]
    public void The_same_sentences_give_the_same_tags_and_chances()
    {
        var again = Tagger.Train(Sentences, new TaggerOptions()).Read(["by", "my", "Simone", "playlist", "to", "Bob", "gym"]);
        var first = _tagger.Read(["by", "my", "Simone", "playlist", "to", "Bob", "gym"]);

        Assert.Equal(first.Tags("add"), again.Tags("add"));
        Assert.Equal(first.LogChance("play"), again.LogChance("play"));
    }

    [Fact]
    public void A_tagger_that_learned_without_some_features_finds_the_same_and_the_same_each_time()
    {
        var options = new TaggerOptions { Dropout = 0.4f, Rounds = 12 };
        var (words, first, again) = ("add the song by Zaz Quux to my brand new playlist".Split(' '), Tagger.Train(Sentences, options), Tagger.Train(Sentences, options));

        Assert.Equal([new Chunk("artist", 4, 6), new Chunk("playlist", 8, 10)], Chunk.Of(first.Read(words).Tags("add")));
        Assert.Equal(first.Read(words).LogChance("play"), again.Read(words).LogChance("play"));
        Assert.NotEqual(first.Read(words).LogChance("play"), _tagger.Read(words).LogChance("play"));
    }

    [Fact]
    public void No_words_have_no_tags() => Assert.Empty(_tagger.Read([]).Tags("add"));

    [Fact]
    public void A_label_never_seen_has_no_slots_and_no_chance()
    {
        var reading = _tagger.Read(["play", "Bob"]);

        Assert.Equal(["O", "O"], reading.Tags("dance"));
        Assert.Null(reading.LogChance("dance"));
    }

    [Fact]
    public void A_tagger_of_no_sentences_finds_nothing()
    {
        var reading = Tagger.Train([], new TaggerOptions()).Read(["any", "words"]);

        Assert.Equal(["O", "O"], reading.Tags("add"));
        Assert.Null(reading.LogChance("add"));
    }

    [Fact]
    public void Sentences_without_words_teach_nothing_and_do_no_harm()
    {
        var tagger = Tagger.Train([.. Sentences, new TaggedSentence("play", [], [])], new TaggerOptions());

        Assert.Equal(["O", "O", "O", "B-artist"], tagger.Read("play something by Otis".Split(' ')).Tags("play"));
    }

    [Fact]
    public void A_long_sentence_stays_within_the_range_of_numbers()
    {
        var reading = _tagger.Read([.. Enumerable.Repeat("Bob", 2000)]);

        Assert.Equal(1, Math.Exp(reading.LogChance("add")!.Value) + Math.Exp(reading.LogChance("play")!.Value), 6);
        Assert.Equal(2000, reading.Tags("add").Length);
    }

    private string[] Tags(string label, string text) => _tagger.Read(text.Split(' ')).Tags(label);

    private static string Words(string name, string slot) =>
        string.Join(' ', name.Split(' ').Select((word, at) => $"{word}|{(at == 0 ? "B" : "I")}-{slot}"));

    private static TaggedSentence Tagged(string label, string text)
    {
        var pairs = text.Split(' ').Select(word => word.Split('|')).ToArray();

        return new TaggedSentence(label, [.. pairs.Select(pair => pair[0])], [.. pairs.Select(pair => pair[1])]);
    }
}
