using Helm.Conversation.Intents;
using Helm.Conversation.Intents.Packs;

namespace Helm.Conversation.Tests.Intents;

public sealed class PackTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("helm-pack").FullName;

    public PackTests()
    {
        foreach (var file in Directory.EnumerateFiles(Table.Folder))
        {
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("sentences:\n  - 'a (b c'", 5, "not closed")]
    [InlineData("sentences:\n  - 'a <nothing>'", 5, "<nothing>")]
    [InlineData("sentences:\n  - 'a {planet}'", 5, "planet")]
    [InlineData("colour: red", 4, "colour")]
    [InlineData("risk: huge", 4, "huge")]
    [InlineData("sentences: [", 5, "")]
    public void What_is_wrong_is_told_with_file_and_line(string rest, int line, string word)
    {
        File.WriteAllText(Path.Combine(_folder, "odd.yaml"), $"intent: odd\npurpose: To be wrong.\nrole: viewer\n{rest}\n");

        var invalid = Assert.Throws<PackException>(() => IntentTable.Load(_folder));

        var error = Assert.Single(invalid.Errors, error => error.File == "odd.yaml");
        Assert.Equal(line, error.Line);
        Assert.Contains(word, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("like")]
    [InlineData("aloud")]
    public void Sentences_of_an_intent_that_there_is_not_are_told_with_their_file(string folder)
    {
        Directory.CreateDirectory(Path.Combine(_folder, folder));
        File.WriteAllText(Path.Combine(_folder, folder, "odd.txt"), "odd things are asked for\n");

        var error = Assert.Single(Assert.Throws<PackException>(() => IntentTable.Load(_folder)).Errors);

        Assert.Equal(($"{folder}/odd.txt", 1), (error.File, error.Line));
        Assert.Contains("no intent odd", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_phrase_counts_after_a_reload()
    {
        var table = IntentTable.Load(_folder);
        Assert.Equal(IntentNames.OutOfScope, table.Match("gimme the skinny", Table.Company, TurnContext.Empty).Intent);

        var file = Path.Combine(_folder, "status_query.yaml");
        File.WriteAllText(file, File.ReadAllText(file).Replace("exact:\n", "exact:\n  - gimme the skinny\n", StringComparison.Ordinal));

        Assert.True(table.Reload());
        Assert.Equal(IntentNames.StatusQuery, table.Match("gimme the skinny", Table.Company, TurnContext.Empty).Intent);
    }

    [Fact]
    public void An_invalid_change_keeps_the_last_good_pack_and_says_why()
    {
        var table = IntentTable.Load(_folder);
        File.WriteAllText(Path.Combine(_folder, "help.yaml"), "intent: help\nsentences: ['(']\n");

        Assert.False(table.Reload());
        Assert.Equal(IntentNames.Help, table.Match("what can you do", Table.Company, TurnContext.Empty).Intent);
        Assert.Contains(table.Errors, error => error.File == "help.yaml" && error.Line > 0);
    }

    [Fact]
    public async Task A_changed_file_is_noticed()
    {
        var table = IntentTable.Load(_folder);
        using var watch = table.Watch(TimeProvider.System);
        await File.WriteAllTextAsync(Path.Combine(_folder, "help.yaml"), "intent: help\n", TestContext.Current.CancellationToken);

        for (var round = 0; round < 200 && table.Errors.Count == 0; round++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.Contains(table.Errors, error => error.File == "help.yaml");
    }
}
