using Helm.Operations.People;

namespace Helm.Host.People;

/// <summary>The people whom Helm knows; section <c>Helm</c>.</summary>
public sealed class PeopleOptions
{
    public IList<PersonOptions> People { get; init; } = [];
}

/// <summary>One person and what they may do, through whichever door.</summary>
public sealed class PersonOptions
{
    /// <summary>As a door authenticates them: <c>emulator:USER-ID</c>, <c>api:alice</c>. Everything the person does is known by it.</summary>
    public string Id { get; set; } = "";

    public string Name { get; set; } = "";

    public Role Role { get; set; } = Role.Viewer;

    /// <summary>The same person at other doors: <c>slack:T0123ABCD:U0123ABCD</c>, <c>msteams:DIRECTORY-ID</c>.</summary>
    public IList<string> Links { get; init; } = [];

    /// <summary>Where a door links by verified e-mail; who is known by it alone is an operator at most.</summary>
    public string Email { get; set; } = "";

    /// <summary>In which they are told times: <c>Europe/Berlin</c>. Empty: as the door says, else UTC.</summary>
    public string TimeZone { get; set; } = "";
}
