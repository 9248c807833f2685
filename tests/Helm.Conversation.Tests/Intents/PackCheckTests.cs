using Helm.Conversation.Intents;
using Helm.Conversation.Intents.Checks;
using Helm.Conversation.Intents.Packs;

namespace Helm.Conversation.Tests.Intents;

public sealed class PackCheckTests : IDisposable
{
    private static readonly string Dialogs = Path.GetFullPath(Path.Combine(Table.Folder, "..", "..", "dialogs", "en"));

    private readonly string _folder = Directory.CreateTempSubdirectory("helm-pack").FullName;

    public PackCheckTests()
    {
        foreach (var file in Directory.EnumerateFiles(Table.Folder))
        {
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Nothing_is_wrong_with_the_pack_that_comes_with_Helm() => Assert.Empty(PackCheck.Run(Table.Folder, Dialogs));

    [Fact]
    public void An_example_that_is_not_understood_as_its_intent_is_told_by_its_line()
    {
        var error = Added("help", "examples:\n", "examples:\n  - text: status of production\n");

        Assert.Contains("status_query, not as help", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_example_that_means_other_values_is_told_by_its_line()
    {
        var error = Added("status_query", "examples:\n", "examples:\n  - text: status of production\n    entities: {environment: staging}\n");

        Assert.Contains("environment=prod", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_that_two_intents_claim_is_told_by_its_line()
    {
        var error = Added("thanks", "exact: [", "exact: [help, ");

        Assert.Contains("help wins", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_slot_that_an_intent_does_not_have_is_told_by_its_line()
    {
        var error = Added("thanks", "sentences:\n", "sentences:\n  - 'thanks for {planet}'\n");

        Assert.Contains("planet", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_intent_without_wording_is_told()
    {
        var errors = PackCheck.Run(Table.Folder, _folder + "-nowhere");

        Assert.Contains(errors, error => error.File == "help.yaml" && error.Message.Contains("wording", StringComparison.Ordinal));
    }

    [Fact]
    public void A_kind_of_value_that_nothing_reads_is_told_by_its_line()
    {
        var error = Added("status_query", "slots:\n", "slots:\n  planet: planet\n");

        Assert.Contains("no kind of value called 'planet'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_of_words_that_is_nowhere_described_is_told_by_its_line()
    {
        var error = Added("thanks", "sentences:\n", "sentences:\n  - 'thanks for <planets>'\n");

        Assert.Contains("<planets>", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_command_for_a_slot_that_the_intent_does_not_have_is_told_by_its_line()
    {
        var error = Added("status_query", "commands:\n", "commands:\n  - {names: [planets], takes: [planet]}\n");

        Assert.Contains("planet", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pattern_that_two_intents_claim_alike_is_told_by_its_line()
    {
        AddSentence("thanks", "blue planets are great");

        var error = Added("greeting", "sentences:\n", "sentences:\n  - 'blue planets are [so] great'\n");

        Assert.Contains("greeting and by thanks alike", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void That_the_pack_says_which_of_two_intents_goes_first_is_enough()
    {
        AddSentence("thanks", "blue planets are great");
        AddSentence("greeting", "blue planets are great");
        Change("thanks", "intent: thanks\n", "intent: thanks\nover: [greeting]\n");

        Assert.Empty(PackCheck.Run(_folder, Dialogs));
        Assert.Equal(IntentNames.Thanks, IntentTable.Load(_folder).Match("blue planets are great", Table.Company, TurnContext.Empty).Intent);
    }

    [Fact]
    public void An_answer_that_Helm_asks_for_and_nobody_words_is_told_with_its_file()
    {
        var dialogs = Directory.CreateDirectory(Path.Combine(_folder, "dialogs")).FullName;
        foreach (var file in Directory.EnumerateFiles(Dialogs))
        {
            File.WriteAllText(Path.Combine(dialogs, Path.GetFileName(file)), File.ReadAllText(file).Replace("\n  resource_elsewhere:", "\n  resource_nowhere:", StringComparison.Ordinal));
        }

        var error = Assert.Single(PackCheck.Run(Table.Folder, dialogs));

        Assert.EndsWith("status_query.yaml", error.File, StringComparison.Ordinal);
        Assert.Equal(2, error.Line);
        Assert.Contains("'resource_elsewhere' is missing", error.Message, StringComparison.Ordinal);
    }

    /// <summary>The complaint about what was put in at the end of <paramref name="place"/>.</summary>
    private PackError Added(string intent, string place, string instead)
    {
        var text = Change(intent, place, instead);
        var end = text.IndexOf(place, StringComparison.Ordinal) + place.Length;
        var line = 1 + text[..end].Count(character => character == '\n');

        return Assert.Single(PackCheck.Run(_folder, Dialogs), error => error.File == intent + ".yaml" && error.Line == line);
    }

    private void AddSentence(string intent, string sentence) => Change(intent, "sentences:\n", $"sentences:\n  - '{sentence}'\n");

    /// <summary>What the file was before.</summary>
    private string Change(string intent, string place, string instead)
    {
        var path = Path.Combine(_folder, intent + ".yaml");
        var text = File.ReadAllText(path);
        var changed = text.Replace(place, instead, StringComparison.Ordinal);
        Assert.NotEqual(text, changed);
        File.WriteAllText(path, changed);

        return text;
    }
}
