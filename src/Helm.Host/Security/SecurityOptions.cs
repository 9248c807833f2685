using Helm.Operations.People;

namespace Helm.Host.Security;

/// <summary>Who may do what over HTTP; section <c>Helm:Security</c>.</summary>
public sealed class SecurityOptions
{
    public const string Section = "Helm:Security";

    /// <summary>The secret of this machine's owner; made at the first start, readable by its user only.</summary>
    public string TokenFile { get; set; } = ".helm/token";

    /// <summary>Whether programs on this machine may ask without the token.</summary>
    public bool QuestionsWithoutToken { get; set; }

    /// <summary>What they may ask for then. More than a viewer only in the demo, where whoever can ask is the owner; never in the Production environment.</summary>
    public Role RoleWithoutToken { get; set; } = Role.Viewer;

    /// <summary>Whether a request without the token may name the person who asks: for the demo only.</summary>
    public bool PersonInRequest { get; set; }

    /// <summary>What somebody may do who is not in <c>Helm:People</c>: look, or nothing when it is not set.</summary>
    public Role? UnknownPersonRole { get; set; }

    /// <summary>Host names that are accepted beside the loopback ones.</summary>
    public IList<string> AllowedHosts { get; init; } = [];

    /// <summary>Origins whose pages may send requests that change something, beside Helm's own: <c>https://ops.example.com</c>.</summary>
    public IList<string> AllowedOrigins { get; init; } = [];
}
