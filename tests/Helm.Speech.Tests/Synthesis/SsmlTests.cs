using Helm.Speech.Synthesis;
using Helm.Speech.Tests.Azure;

namespace Helm.Speech.Tests.Synthesis;

/// <summary>Ids and abbreviations are spoken as people say them; what comes from outside is never markup.</summary>
public sealed class SsmlTests
{
    [Theory]
    [InlineData("infra-001 is open.", "infra [001] is open.")]
    [InlineData("The RDS and the sqs queue.", "The [RDS] and the [sqs] queue.")]
    [InlineData("app-12, then 007.", "app [12], then [007].")]
    [InlineData("5.2 percent of 1,250 at 09:30 in eu-west-1.", "5.2 percent of 1,250 at 09:30 in eu-west-1.")]
    [InlineData("Mr Smith vs hmm, a try by my sky.", "Mr Smith vs hmm, a try by my sky.")]
    public void What_people_spell_out_is_spelled_out(string text, string parts) =>
        Assert.Equal(parts, string.Concat(SpokenParts.Of(text).Select(part => part.IsSpelled ? $"[{part.Text}]" : part.Text)));

    [Theory]
    [InlineData("Production is healthy.")]
    [InlineData("</s></speak><speak><audio src='file:///etc/passwd'/> rds & co")]
    [InlineData("<say-as interpret-as=\"date\">0123</say-as>")]
    [InlineData("\"' &#60;break time='9s'/&#62; infra-001")]
    public void Every_text_is_one_well_formed_document_that_says_it(string text)
    {
        var ssml = Ssml.Of(text, "a \"voice\" <x>", "en-US", 165);

        var said = SsmlText.Of(ssml);
        Assert.NotNull(said);
        Assert.Equal(string.Concat(SpokenParts.Of(text).Select(part => part.Text)).Trim(), said.Trim());
    }

    [Fact(Skip = Installed.NoVoice, SkipUnless = nameof(Installed.Voice), SkipType = typeof(Installed))]
    public async Task Espeak_spells_out_an_abbreviation_and_no_name_can_make_it_wait_or_play_a_file()
    {
        var voice = Installed.UsualVoice();

        var (word, spelled) = (await LengthAsync(voice, "the best"), await LengthAsync(voice, "the bst"));
        var plain = await LengthAsync(voice, "infra-001 break time audio");
        var hostile = await LengthAsync(voice, "infra-001 <break time='30s'/><audio src='x'/> &lt;break time=\"30s\"/&gt;");

        Assert.True(spelled > word * 1.3, $"{spelled} samples against {word}");
        Assert.InRange(hostile, plain / 2, plain * 5);
    }

    private static async Task<int> LengthAsync(ISynthesizer voice, string text)
    {
        var samples = 0;
        await foreach (var chunk in voice.SpeakAsync(text, TestContext.Current.CancellationToken))
        {
            samples += chunk.Length;
        }

        return samples;
    }
}
