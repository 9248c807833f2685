namespace Helm.Operations.Delivery;

/// <summary>Where people talk to Helm, so that it can speak there first; noted only from what was authenticated.</summary>
public interface IPlaces
{
    /// <summary>Notes a place, or what is newly known of it.</summary>
    Task NoteAsync(Place place, CancellationToken cancellation);

    /// <summary>By address, or by a name that only one place of the channel has.</summary>
    Task<Place?> FindAsync(string channel, string addressOrName, CancellationToken cancellation);

    Task<IReadOnlyList<Place>> ListAsync(string channel, CancellationToken cancellation);

    /// <summary>Helm was removed there, or is not let in any more.</summary>
    Task ForgetAsync(string channel, string address, CancellationToken cancellation);
}

/// <summary>A conversation as its channel needs it to be written to.</summary>
/// <param name="Channel">Whose conversation it is: <c>msteams</c>.</param>
/// <param name="Address">The channel's id of the conversation.</param>
/// <param name="Name">As people call it; empty where the channel does not say.</param>
/// <param name="Reference">As the channel's door writes it.</param>
public sealed record Place(string Channel, string Address, string Name, string Reference, DateTimeOffset SeenAt);
