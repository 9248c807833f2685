using Helm.Conversation.Direction;
using Helm.Conversation.Intents;
using Helm.Operations.Investigation;
using Microsoft.Extensions.DependencyInjection;

namespace Helm.Conversation.Tests.Direction;

public sealed class InvestigateTests
{
    [Theory]
    [InlineData("api-lambda orders-db", "reading the logs and changes of API Lambda and Orders DB. Ask me again", "reading the logs of API Lambda and Orders DB")]
    [InlineData("", "beginning with all metrics of production. Ask me again", "I'm looking into infra one. Ask me again")]
    public async Task An_investigation_that_takes_its_time_says_once_what_is_read(string reading, string text, string speech)
    {
        var busy = new BusyInvestigator(reading.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        using var desk = new Desk(Example.Troubled, services => services.AddSingleton<IInvestigator>(busy));

        var told = await desk.HearAsync(IntentNames.Investigate, (Slots.IssueId, "infra-001"));

        Assert.Contains(text, told.Text, StringComparison.Ordinal);
        Assert.Contains(speech, told.Speech, StringComparison.Ordinal);
    }
}
