using Helm.Speech.Setup;

namespace Helm.Speech.Tests.Setup;

public sealed class SpeechOptionsTests
{
    [Fact]
    public void The_defaults_can_be_used() => Assert.True(new SpeechOptionsCheck().Validate(null, new SpeechOptions()).Succeeded);

    [Theory]
    [InlineData("")]
    [InlineData("flite, flite")]
    [InlineData("flite, siri")]
    public void An_engine_that_there_is_not_is_refused_with_those_that_there_are(string engines)
    {
        var result = new SpeechOptionsCheck().Validate(null, new SpeechOptions { Synthesis = { Engines = engines } });

        var failure = Assert.Single(result.Failures!);
        Assert.StartsWith($"Helm:Speech:Synthesis:Engines is '{engines}'; expected one or more of espeak-ng, flite", failure, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_may_not_be_heard_less_surely_than_a_question()
    {
        var options = new SpeechOptions { Hearing = { Agreement = { Changes = 0.5, Questions = 0.3 } } };

        Assert.Contains("Hearing:Agreement:Changes", Assert.Single(new SpeechOptionsCheck().Validate(null, options).Failures!), StringComparison.Ordinal);
    }
}
