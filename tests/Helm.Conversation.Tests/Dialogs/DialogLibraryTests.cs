using Helm.Conversation.Dialogs;
using Helm.Conversation.Tests.Direction;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Helm.Conversation.Tests.Dialogs;

public sealed class DialogLibraryTests : IDisposable
{
    private static readonly string[] Ten = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    private readonly string _folder = Directory.CreateTempSubdirectory("dialogs").FullName;
    private readonly Clock _clock = new(Example.Now);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_changed_file_is_taken_up_without_a_restart()
    {
        Write("Hello.");
        var library = Open();
        Write("Good morning.", later: 1);
        _clock.Pass(TimeSpan.FromSeconds(2));

        Assert.Equal("Good morning.", Say(library, new { }));
    }

    [Theory]
    [InlineData("{{#if x}}never closed")]
    [InlineData("{{percent}")]
    public void A_broken_file_leaves_the_last_good_wording_in_force(string broken)
    {
        Write("Hello.");
        var library = Open();
        Write(broken, later: 1);
        _clock.Pass(TimeSpan.FromSeconds(2));

        Assert.Equal("Hello.", Say(library, new { }));
    }

    [Fact]
    public void A_wrong_key_in_a_file_is_named_with_its_line()
    {
        File.WriteAllText(Path.Combine(_folder, "words.yaml"), "and: and\n");
        File.WriteAllText(Path.Combine(_folder, "test.yaml"), "intent: test\nanswers:\n  said:\n    txt: Hello.\n");

        var wrong = Assert.Throws<DialogException>(Open);

        Assert.Contains("test.yaml, line 4", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("txt", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_from_outside_is_no_template_and_breaks_no_line()
    {
        Write("I know {{name}}.");

        Assert.Equal("I know {{percent x}} [31m <b>.", Say(Open(), new { name = "{{percent x}}\u001b[31m\n<b>" }));
    }

    [Fact]
    public void A_number_that_is_not_there_is_not_made_up()
    {
        Write("{{percent error_rate}}");

        Assert.Throws<DialogException>(() => Say(Open(), new { error_rate = (decimal?)null }));
    }

    [Theory]
    [InlineData("{{percent x}}", "5.2%", "five point two percent")]
    [InlineData("{{ms x}}", "5.2ms", "five point two milliseconds")]
    [InlineData("{{ratio 65 1250}} requests", "65/1250 requests", "sixty-five out of twelve hundred fifty requests")]
    [InlineData("{{duration 23}}", "23 minutes", "twenty-three minutes")]
    [InlineData("{{duration 1}}", "1 minute", "one minute")]
    [InlineData("{{duration 1505}}", "1 day 1 hour 5 minutes", "one day one hour")]
    [InlineData("{{duration 1445}}", "1 day 5 minutes", "one day")]
    [InlineData("{{duration 43200}}", "30 days", "thirty days")]
    [InlineData("{{duration 43260}}", "30 days 1 hour", "thirty days one hour")]
    [InlineData("{{duration 551880}}", "383 days 6 hours", "three hundred eighty-three days")]
    [InlineData("{{duration 0}}", "0 minutes", "zero minutes")]
    [InlineData("{{count 2 \"issue\"}}", "2 issues", "two issues")]
    [InlineData("{{time \"2025-11-03T10:05:00Z\"}}", "10:05 UTC", "ten oh five")]
    public void One_value_is_told_for_the_eye_and_for_the_ear(string template, string text, string speech)
    {
        Write(template);
        var worded = Open().Word(new Answer("test.said", new { x = 5.2m }));

        Assert.Equal((text, speech), (worded.Text, worded.Speech));
    }

    [Theory]
    [InlineData(5, "a1 is open. a2 is open. a3 is open. a4 is open. a5 is open.", 0)]
    [InlineData(10, "a1 is open. a2 is open. a3 is open. And 7 more.", 7)]
    public void Of_a_long_list_the_beginning_is_read_aloud_and_the_eye_sees_all(int count, string read, int rest)
    {
        Write("{{#items all}}{{this}} is open. {{else}}And {{number this}} more.{{/items}}");

        var worded = Open().Word(new Answer("test.said", new { all = Enumerable.Range(1, count).Select(i => $"a{i}") }));

        Assert.Equal(SpokenText.Of(read), worded.Speech);
        Assert.Equal(rest, worded.SpeechRest.Count);
        Assert.Equal(count, worded.Text.Split("is open").Length - 1);
    }

    [Fact]
    public void Of_many_names_in_a_sentence_the_others_are_counted()
    {
        Write("I know {{both all}}.");

        var worded = Open().Word(new Answer("test.said", new { all = Ten }));

        Assert.Equal("I know one, two, three, and seven more.", worded.Speech);
        Assert.Contains("ten", worded.Text, StringComparison.Ordinal);
    }

    private static string Say(DialogLibrary library, object data) => library.Word(new Answer("test.said", data)).Text;

    private void Write(string text, int later = 0)
    {
        File.WriteAllText(Path.Combine(_folder, "words.yaml"), "and: and\n");
        var file = Path.Combine(_folder, "test.yaml");
        File.WriteAllText(file, $"intent: test\nanswers:\n  said:\n    text: '{text}'\n");
        File.SetLastWriteTimeUtc(file, Example.Now.UtcDateTime.AddYears(10).AddMinutes(later));
    }

    private DialogLibrary Open() =>
        new(Options.Create(new ConversationOptions { Dialogs = _folder }), World.Environments, _clock, NullLogger<DialogLibrary>.Instance);
}
