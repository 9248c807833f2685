using System.Text.Json;
using Helm.Conversation.Recognition;

namespace Helm.Conversation.Tests.Recognition;

public sealed class RecognizeLineTests
{
    private static readonly DateTime Now = new(2024, 5, 15, 9, 30, 0);

    [Fact]
    public void A_line_is_answered_with_its_id_and_against_its_own_reference()
    {
        var answer = Process("""{"id":7,"input":"until tomorrow","reference":"2020-02-28T10:00:00"}""", out var understood);

        Assert.True(understood);
        Assert.Equal(7, answer.GetProperty("id").GetInt32());
        var found = answer.GetProperty("results")[0];
        Assert.Equal((0, 13), (found.GetProperty("start").GetInt32(), found.GetProperty("end").GetInt32()));
        Assert.Equal("2020-02-29", found.GetProperty("resolution").GetProperty("values")[0].GetProperty("end").GetString());
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"id":"1"}""")]
    [InlineData("""{"id":"1","input":3}""")]
    [InlineData("""{"id":"1","input":"today","reference":"soon"}""")]
    public void A_line_that_cannot_be_read_says_why(string line)
    {
        var answer = Process(line, out var understood);

        Assert.False(understood);
        Assert.NotEmpty(answer.GetProperty("error").GetString()!);
    }

    private static JsonElement Process(string line, out bool understood) =>
        JsonDocument.Parse(RecognizeLine.Process(line, RecognitionKind.DateTime, Now, out understood)).RootElement;
}
