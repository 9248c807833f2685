using Helm.Operations.People;

namespace Helm.Chat.Turns;

/// <summary>Knows who somebody is and what they may do, by what a door knows of them.</summary>
public interface IPeople
{
    Person Identify(Acquaintance who);
}

/// <summary>Somebody as a door knows them.</summary>
/// <param name="Id">As the door authenticated them, prefixed by it: <c>slack:T1:U1</c>.</param>
/// <param name="Name">For people to read; it decides nothing.</param>
public sealed record Acquaintance(string Id, string? Name = null)
{
    /// <summary>Set only when the operator's own workspace or directory vouches for it, and never for a guest.</summary>
    public string? VerifiedEmail { get; init; }

    /// <summary>As IANA names it; null when the door does not know.</summary>
    public string? TimeZone { get; init; }
}
