using Helm.Operations.People;

namespace Helm.Host.Voice;

/// <summary>An audio door as it was authenticated.</summary>
/// <param name="Owner">Who answers for what is said at it, with no more rights than the device has.</param>
internal sealed record Device(string Id, Person Owner);
