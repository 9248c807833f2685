using Helm.Conversation.Intents.Entities;

namespace Helm.Conversation.Tests.Intents;

/// <summary>What a speech recogniser writes down when it does not know a word.</summary>
public sealed class SoundTests
{
    [Theory]
    [InlineData("knight", "night")]
    [InlineData("furst", "first")]
    [InlineData("watt", "what")]
    [InlineData("orth", "auth")]
    [InlineData("cubeernetties", "kubernetes")]
    [InlineData("postgrass", "postgres")]
    [InlineData("hapend", "happened")]
    [InlineData("lambthe", "lambda")]
    [InlineData("laytonsee", "latency")]
    public void What_sounds_alike_has_one_key(string heard, string meant) =>
        Assert.Equal(SoundKey.Of(meant), SoundKey.Of(heard));

    [Theory]
    [InlineData("redis", "rds")]
    [InlineData("staging", "stopping")]
    [InlineData("orders", "other")]
    public void What_sounds_different_has_not(string one, string other) =>
        Assert.NotEqual(SoundKey.Of(one), SoundKey.Of(other));

    [Theory]
    [InlineData("is cube ernetties healthy", "domain=kubernetes")]
    [InlineData("roll back the post grass service in stay jing", "action=rollback environment=staging resource=postgres")]
    [InlineData("is my sequel up", "resource=mysql")]
    [InlineData("restart red is in prod", "action=restart environment=prod resource=redis")]
    [InlineData("what hap end in the last for hours", "time_range=PT4H")]
    [InlineData("show me the errors of lamb da", "log_level=error resource=lambda")]
    public void Names_and_words_are_heard_by_their_sound(string text, string entities)
    {
        var names = Table.Company with { Resources = [.. Table.Company.Resources, new("mysql")] };

        Assert.Equal(entities, Table.Say(Table.Hear(text, vocabulary: names).Entities));
    }

    [Fact]
    public void Two_names_that_sound_alike_are_asked_back() =>
        Assert.Equal(
            ["kernal", "kernel"],
            Assert.Single(Table.Hear("restart curnal", vocabulary: new() { Resources = [new("kernal"), new("kernel")] }).Unresolved).Candidates);
}
