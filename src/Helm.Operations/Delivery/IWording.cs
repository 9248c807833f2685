namespace Helm.Operations.Delivery;

/// <summary>Puts a message into words, for channels that know no dialogs; implemented where the dialogs are.</summary>
public interface IWording
{
    /// <summary>Kinds without a wording are told by their name and facts.</summary>
    WordedMessage Word(OutboxMessage message);
}

/// <summary>A message in words.</summary>
/// <param name="Title">One line.</param>
/// <param name="Text">For reading, plain; several lines.</param>
/// <param name="Speech">For the ear.</param>
/// <param name="Says">What may be said or typed next; buttons where a channel has them.</param>
public sealed record WordedMessage(string Title, string Text, string Speech, IReadOnlyList<string> Says);
