using Helm.Conversation.Classification;
using Helm.Conversation.Intents.Recognition;
using Helm.Conversation.Tagging;

namespace Helm.Conversation.Tests.Intents;

public sealed class ModelFolderTests : IDisposable
{
    private static readonly Sample[] Samples =
    [
        new("how is the weather", "weather"), new("will it rain today", "weather"), new("play a song", "music"), new("play it louder", "music"),
        new("what is a spoon", null),
    ];

    private readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory("helm-models").FullName, "models");
    private int _trained;

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);

    [Fact]
    public void What_was_learned_once_is_not_learned_again_and_guesses_the_same()
    {
        var first = Get(Samples);
        var second = Get(Samples);

        Assert.Equal(1, _trained);
        Assert.All(["will it rain", "play a song for me", "zorblax"], text => Assert.Equal(first.Classifier.Classify(text), second.Classifier.Classify(text)));
        Assert.Equal(["O", "B-song"], first.Tagger.Read(["play", "yesterday"]).Tags("music"));
        Assert.Equal(["O", "B-song"], second.Tagger.Read(["play", "yesterday"]).Tags("music"));
    }

    [Fact]
    public void Another_sentence_is_another_model()
    {
        Get(Samples);
        Get([.. Samples, new("is it cold outside", "weather")]);

        Assert.Equal(2, _trained);
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("flipped")]
    [InlineData("empty")]
    [InlineData("foreign")]
    public void A_damaged_file_is_learned_again_and_replaced(string damage)
    {
        Get(Samples);
        var file = Assert.Single(Directory.GetFiles(_folder));
        var whole = File.ReadAllBytes(file);
        File.WriteAllBytes(file, damage switch
        {
            "cut" => whole[..(whole.Length / 2)],
            "flipped" => [.. whole[..^9], (byte)(whole[^9] ^ 1), .. whole[^8..]],
            "empty" => [],
            _ => "somebody else's file"u8.ToArray(),
        });

        var guess = Get(Samples).Classifier.Classify("will it rain");

        Assert.Equal(2, _trained);
        Assert.Equal("weather", guess.Label);
        Assert.Equal(whole, File.ReadAllBytes(file));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_costs_only_the_learning()
    {
        File.WriteAllText(_folder, "no folder");

        Assert.Equal("music", Get(Samples).Classifier.Classify("play a song").Label);
    }

    [Fact]
    public void Old_models_do_not_pile_up()
    {
        for (var count = 0; count < 7; count++)
        {
            Get([.. Samples, new($"rain number {count}", "weather")]);
        }

        Assert.Equal(4, Directory.GetFiles(_folder).Length);
    }

    private LearnedModels Get(Sample[] samples) => new ModelFolder(_folder).Get(samples, () =>
    {
        _trained++;
        return new LearnedModels(
            Classifier.Train(samples, new ClassifierOptions()),
            Tagger.Train([new TaggedSentence("music", ["play", "yesterday"], ["O", "B-song"]), new TaggedSentence("music", ["play", "it"], ["O", "O"])], new TaggerOptions()),
            Classifier.Train(samples, new ClassifierOptions()),
            new Dictionary<string, Classifier> { ["music"] = Classifier.Train(samples, new ClassifierOptions()) });
    });
}
