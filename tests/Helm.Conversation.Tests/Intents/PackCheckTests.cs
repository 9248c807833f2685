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

    /// <summary>The complaint about what was put in at the end of <paramref name="place"/>.</summary>
    private PackError Added(string intent, string place, string instead)
    {
        var path = Path.Combine(_folder, intent + ".yaml");
        var text = File.ReadAllText(path);
        var changed = text.Replace(place, instead, StringComparison.Ordinal);
        Assert.NotEqual(text, changed);
        File.WriteAllText(path, changed);
        var end = text.IndexOf(place, StringComparison.Ordinal) + place.Length;
        var line = 1 + text[..end].Count(character => character == '\n');

        return Assert.Single(PackCheck.Run(_folder, Dialogs), error => error.File == intent + ".yaml" && error.Line == line);
    }
}
