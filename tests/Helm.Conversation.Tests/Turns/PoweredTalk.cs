using Helm.Conversation.Tests.Direction;
using Helm.Conversation.Turns;
using Helm.Operations.Alerts;
using Helm.Operations.Delivery;
using Helm.Operations.People;
using Helm.Operations.Remediation;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;

namespace Helm.Conversation.Tests.Turns;

/// <summary>A conversation with the real intent table, with somebody who may do everything, and with remediation on.</summary>
internal sealed class PoweredTalk : IDisposable
{
    private static readonly string[] Acts = ["ProposeAsync", "ProposeUndoAsync", "ApproveAsync", "RejectAsync"];

    private readonly Desk _desk = new(Example.Troubled, services => services.AddSingleton<IConversationStore>(new Store()).AddSingleton(SharedTable.Table));

    public PoweredTalk()
    {
        Remediation.IsOn.Returns(true);
        Remediation.IsNever("delete_resources").Returns(true);
        Remediation.IsNever("modify_security_groups").Returns(true);
    }

    public IReadOnlyList<Silence> Silences => _desk.Operations.Quiet.Silences;

    private IRemediation Remediation => _desk.Get<IRemediation>();

    public void Dispose() => _desk.Dispose();

    public Task<Reply> SayAsync(string text) => _desk.Get<Assistant>().RespondAsync(
        new Utterance(text, "emulator:c1", Person.LocalOwner, Channel.Chat), TestContext.Current.CancellationToken);

    public void NothingIsDone()
    {
        Assert.DoesNotContain(Remediation.ReceivedCalls(), call => Acts.Contains(call.GetMethodInfo().Name));
        Assert.Empty(Silences);
        Assert.Empty(_desk.Operations.Quiet.Alerts);
        Assert.Empty(_desk.Get<IOutbox>().ReceivedCalls());
    }
}
