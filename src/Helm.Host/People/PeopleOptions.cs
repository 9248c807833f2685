using Helm.Operations.People;

namespace Helm.Host.People;

/// <summary>The people whom Helm knows; section <c>Helm</c>.</summary>
public sealed class PeopleOptions
{
    public IList<PersonOptions> People { get; init; } = [];
}

/// <summary>One person and what they may do.</summary>
public sealed class PersonOptions
{
    /// <summary>As the door authenticates them: <c>emulator:USER-ID</c>, <c>api:alice</c>.</summary>
    public string Id { get; set; } = "";

    public string Name { get; set; } = "";

    public Role Role { get; set; } = Role.Viewer;
}
