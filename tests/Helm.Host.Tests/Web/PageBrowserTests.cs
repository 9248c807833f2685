using Helm.Host.Tests.Drivers;
using Helm.Host.Tests.Voice;

namespace Helm.Host.Tests.Web;

/// <summary>The page in a real browser, with the plain chat form and with Microsoft's own window; its pictures are kept to be looked at.</summary>
public sealed class PageBrowserTests(HelmAtTheCompany company) : IClassFixture<HelmAtTheCompany>
{
    [Theory]
    [InlineData("plain")]
    [InlineData("webchat")]
    [InlineData("polling")]
    public async Task Somebody_signs_in_looks_asks_presses_sends_a_file_loses_the_line_and_misses_nothing(string mode)
    {
        Assert.SkipUnless(PageVisit.Missing is null, PageVisit.Missing ?? "");
        Assert.SkipUnless(mode == "plain" || PageVisit.HasWebChat, "Web Chat was not fetched; ./test does it, or: heyhelm web fetch-chat --folder artifacts/webchat");

        var seen = await PageVisit.RunAsync(company.Helm, mode, mode != "polling" && Browser.Missing is null ? Speech() : null);

        Assert.EndsWith("/", (string)seen["address"]!, StringComparison.Ordinal);
        Assert.Contains("infra-001", (string)seen["board"]!, StringComparison.Ordinal);
        var texts = seen["texts"]!.AsArray().Select(text => (string)text!["text"]!).ToList();
        Assert.Contains(texts, text => text.Contains("5.2%", StringComparison.Ordinal));
        Assert.Single(texts, text => text.Trim() == "what issues do we have");
        Assert.Single(texts, text => text.Trim() == "help");
        Assert.Single(texts, text => text.Contains("rem-001 has helped", StringComparison.Ordinal));
        Assert.DoesNotContain(texts, text => text.Contains("rem-001 runs", StringComparison.Ordinal));
        Assert.Equal(360, (int)seen["wide"]!);
        Assert.Equal("", (string)seen["cookie"]!);
        Assert.Empty(seen["errors"]!.AsArray());
        Assert.All(seen["requests"]!.AsArray().Select(request => (string)request!), request => Assert.True(
            request.StartsWith(company.Helm.Address.ToString(), StringComparison.Ordinal) || request.StartsWith("data:", StringComparison.Ordinal) || request.StartsWith("blob:", StringComparison.Ordinal), request));
        if (seen["heard"] is { } heard)
        {
            Assert.Equal("status of production", (string)heard!);
            Assert.True((bool)seen["spoken"]!, "the answer to what was spoken was not spoken");
        }
    }

    private short[] Speech() => [.. Browser.Silence(1), .. new Browser(company.Helm).Said("status of production"), .. Browser.Silence(20)];
}
