namespace Helm.Operations.Delivery;

/// <summary>Messages that stand in channels, and are put anew there when what they tell of changes.</summary>
/// <remarks>Everything joins the transaction it is called in.</remarks>
public interface ISentMessages
{
    /// <summary>The same place and id again takes the place of what was known.</summary>
    Task AddAsync(SentMessage message, CancellationToken cancellation);

    /// <summary>The latest first.</summary>
    Task<IReadOnlyList<SentMessage>> ListAsync(string subject, int top, CancellationToken cancellation);

    Task RemoveAsync(string channel, string place, string id, CancellationToken cancellation);
}

/// <summary>A message as it stands in a channel.</summary>
/// <param name="Channel">The <see cref="IDeliveryChannel.Name"/> that sent it.</param>
/// <param name="Place">Where it stands, as the channel calls it for changing it: the id of a Slack channel.</param>
/// <param name="Id">What the channel calls it there: Slack's ts.</param>
/// <param name="Subject">What it tells of: the id of an issue, or <c>plan:</c> and the id of a plan.</param>
/// <param name="Address">Where changes of it are sent to, so that they come in order with all else that goes there.</param>
/// <param name="Shown">A digest of what it shows now.</param>
public sealed record SentMessage(string Channel, string Place, string Id, string Subject, string Address, string Shown, DateTimeOffset At)
{
    public static string SubjectOfPlan(string planId) => "plan:" + planId;
}
