namespace Helm.Operations.People;

/// <summary>What a person may do; each role includes the ones before it.</summary>
public enum Role
{
    Viewer,
    Operator,
    Approver,
    Administrator,
}

/// <summary>Somebody who talks to Helm, as authenticated by the door they came through.</summary>
/// <param name="Id">Stable across turns and doors, prefixed by a door: <c>local:owner</c>, <c>emulator:u1</c>, <c>device:kitchen</c>.</param>
/// <param name="Name">For people to read; never used to decide anything.</param>
/// <param name="Role">Null for somebody unknown, who may do nothing unless the operator says so.</param>
public sealed record Person(string Id, string Name, Role? Role)
{
    /// <summary>The person who started Helm on this machine, proven by the token file.</summary>
    public static Person LocalOwner { get; } = new("local:owner", "Local owner", People.Role.Administrator);

    /// <summary>In which the person is told times, and means days; null for UTC.</summary>
    public TimeZoneInfo? TimeZone { get; init; }

    public bool Has(Role required) => Role >= required;
}
