using Helm.Operations.People;

namespace Helm.Host.Voice;

/// <summary>An audio door as it was authenticated.</summary>
/// <param name="Owner">Who answers for what is said at it, with no more rights than the device has.</param>
internal sealed record Device(string Id, Person Owner)
{
    /// <summary>What is said at it is only written down; whoever reads it answers.</summary>
    public bool Dictates { get; init; }

    /// <summary>Nobody knows who speaks: a device may no more than it was given, and no more than its owner may.</summary>
    public static Device Of(string id, Person owner, Role atMost) => new(id, new Person(owner.Id, owner.Name, Lesser(owner.Role, atMost)));

    private static Role? Lesser(Role? owner, Role device) => owner < device ? owner : owner is null ? null : device;
}
