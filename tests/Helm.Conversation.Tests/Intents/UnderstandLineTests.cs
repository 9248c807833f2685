using System.Text.Json;
using Helm.Conversation.Intents;

namespace Helm.Conversation.Tests.Intents;

public sealed class UnderstandLineTests
{
    [Fact]
    public void A_line_is_answered_with_its_id()
    {
        var answer = Process("""{"id":"a1","text":"restart redis in prod","channel":"chat"}""");

        Assert.Equal("a1", answer.GetProperty("id").GetString());
        Assert.Equal("remediate", answer.GetProperty("intent").GetString());
        Assert.Equal("redis", answer.GetProperty("entities").GetProperty("resource").GetString());
        Assert.True(answer.GetProperty("ms").GetDouble() >= 0);
    }

    [Fact]
    public void The_context_of_the_line_counts() =>
        Assert.Equal(
            "confirm_yes",
            Process("""{"id":"a2","text":"sure why not","context":{"pending":"offer","options":["remediate"],"issues":["infra-001"]}}""")
                .GetProperty("intent").GetString());

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"text":"status"}""")]
    [InlineData("""{"id":null}""")]
    [InlineData("""{"id":"x","text":5}""")]
    public void A_line_that_cannot_be_read_gives_an_error_line(string line) =>
        Assert.NotEmpty(Process(line).GetProperty("error").GetString()!);

    [Fact]
    public void A_catalogue_is_read_and_a_broken_one_is_explained()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, """{"environments":["prod"],"resources":["redis",{"name":"api","type":"lambda"}],"issues":[{"issue_id":"infra-009","resource":"redis"}]}""");
            var vocabulary = Catalogue.Load(file);
            Assert.Equal("lambda", vocabulary.Resources[1].Type);
            Assert.Equal(1, vocabulary.Issues[0].Ordinal);

            File.WriteAllText(file, """{"environments":[5]}""");
            Assert.Throws<InvalidDataException>(() => Catalogue.Load(file));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void An_explanation_says_which_words_filled_which_slot()
    {
        var explanation = Table.English.Explain("is postgres up in pre-production", Table.Company, TurnContext.Empty);

        Assert.Equal("pattern", explanation.Match.Recogniser);
        Assert.Contains(new FilledSlot("environment", "pre-production", "staging"), explanation.Slots);
        Assert.Contains(new FilledSlot("resource", "postgres", "postgres"), explanation.Slots);
    }

    private static JsonElement Process(string line) =>
        JsonDocument.Parse(UnderstandLine.Process(line, Table.English, Table.Company)).RootElement;
}
