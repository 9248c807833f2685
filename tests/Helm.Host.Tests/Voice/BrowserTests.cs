using Helm.Host.Tests.Drivers;

namespace Helm.Host.Tests.Voice;

/// <summary>The page /voice/test in a real browser.</summary>
public sealed class BrowserTests(HelmAtTheCompany company) : IClassFixture<HelmAtTheCompany>
{
    [Fact]
    public async Task Three_questions_the_second_in_the_middle_of_an_answer_are_answered_with_the_right_numbers()
    {
        Assert.SkipUnless(Browser.Missing is null, Browser.Missing ?? "");
        var browser = new Browser(company.Helm);

        var page = await browser.TalkAsync(
            [
                .. Browser.Silence(1), .. browser.Said("hey helm, status of production"),
                .. Browser.Silence(9), .. browser.Said("hey helm, show me the dashboard"),
                .. Browser.Silence(9), .. browser.Said("hey helm, what issues do we have"), .. Browser.Silence(2),
            ],
            answers: 3);

        // An article may be heard where none was said.
        Assert.Equal(
            ["status of production", "show me dashboard", "what issues do we have"],
            page.Of("you").Select(words => words.Replace("the ", "", StringComparison.Ordinal)));
        Assert.Contains("interrupted by the wake phrase", page.Of("note"));
        Assert.Equal(3, page.Of("helm").Count);
        Assert.Contains("five point two percent", page.Of("helm")[0], StringComparison.Ordinal);
        Assert.Contains("sixty-five out of twelve hundred fifty", page.Of("helm")[0], StringComparison.Ordinal);
        Assert.Matches("^[0-9.]+$", page.Milliseconds("heard"));
        Assert.Empty(page.All("errors"));
        Assert.All(page.All("requests"), request => Assert.StartsWith(company.Helm.Address.ToString(), request, StringComparison.Ordinal));
        Assert.EndsWith("/voice/test", page.Address, StringComparison.Ordinal);
    }
}
