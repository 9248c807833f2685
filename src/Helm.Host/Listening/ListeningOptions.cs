namespace Helm.Host.Listening;

/// <summary>Where Helm is reached; section <c>Helm:Host</c>.</summary>
public sealed class ListeningOptions
{
    public const string Section = "Helm:Host";

    /// <summary>On loopback; wider only where everybody who comes from elsewhere is known (docs/install.md). Port 0 takes a free one.</summary>
    public string Url { get; set; } = "http://127.0.0.1:3978";

    /// <summary>For an https address: the certificate and those that vouch for it, as PEM.</summary>
    public string CertificateFile { get; set; } = "";

    /// <summary>Its private key as PEM, without a passphrase; empty when it is in the same file.</summary>
    public string CertificateKeyFile { get; set; } = "";

    /// <summary>Addresses or networks of the proxies that pass requests on and say who sent them: <c>10.0.0.5</c>, <c>10.88.0.0/16</c>.</summary>
    public IList<string> KnownProxies { get; init; } = [];

    /// <summary>Logs as one JSON object a line instead of text; always on the error stream.</summary>
    public bool JsonLogs { get; set; }
}
