using Helm.Conversation.Intents;
using Helm.Conversation.Intents.Checks;

namespace Helm.Conversation.Tests.Intents;

/// <summary>A second language is a folder of data.</summary>
public sealed class GermanTests
{
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(Table.Folder)!, "de");
    private static readonly IntentTable German = IntentTable.Load(Folder);

    [Theory]
    [InlineData("Status der Produktion", "status_query", "environment=prod")]
    [InlineData("wie geht es der Infrastruktur in Staging", "status_query", "domain=infrastructure environment=staging")]
    [InlineData("Läuft alles in der Testumgebung?", "status_query", "environment=test")]
    [InlineData("laeuft alles in der Testumgebung", "status_query", "environment=test")]
    [InlineData("Welche Störungen gibt es in Produktion", "issues_list", "environment=prod")]
    [InlineData("welche stoerungen gibt es in produktion", "issues_list", "environment=prod")]
    [InlineData("Hilfe", "help", "")]
    [InlineData("brich das ab", "stop", "")]
    [InlineData("wie wird das Wetter", "out_of_scope", "")]
    public void German_is_understood_with_umlauts_and_without(string text, string intent, string entities)
    {
        var match = German.Match(text, Table.Company, TurnContext.Empty);

        Assert.Equal((intent, entities), (match.Intent, Table.Say(match.Entities)));
    }

    [Theory]
    [InlineData("ja, bitte", "confirm_yes")]
    [InlineData("nein, lieber nicht", "confirm_no")]
    [InlineData("abbrechen", "confirm_no")]
    public void Open_questions_are_answered_in_german(string text, string intent) =>
        Assert.Equal(intent, German.Match(text, Table.Company, new TurnContext { Pending = "confirm_remediation" }).Intent);

    [Fact]
    public void The_pack_has_no_mistakes() =>
        Assert.Empty(PackCheck.Run(Folder, Path.Combine(Folder, "..", "..", "dialogs", "de")));
}
