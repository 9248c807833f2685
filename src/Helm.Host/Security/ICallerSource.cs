using Helm.Operations.People;

namespace Helm.Host.Security;

/// <summary>Knows who sent a request without the owner's token.</summary>
internal interface ICallerSource
{
    /// <summary>Null for somebody it does not know.</summary>
    Person? CallerOf(HttpContext http);
}
