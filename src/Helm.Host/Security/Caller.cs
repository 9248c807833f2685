using Helm.Operations.People;

namespace Helm.Host.Security;

/// <summary>Who sent a request.</summary>
/// <param name="IsOwner">The request carried the token.</param>
internal sealed record Caller(Person Person, bool IsOwner)
{
    /// <summary>A browser whose person signed in: what it sends, that person has done with their own hand.</summary>
    public bool IsSignedIn { get; init; }

    /// <summary>Set by the gate that let the request in.</summary>
    public static Caller Of(HttpContext http) => http.Features.Get<Caller>() ?? throw new InvalidOperationException("The endpoint has no gate");
}
