namespace Helm.Speech.Wyoming;

/// <summary>Where a Wyoming server is.</summary>
public sealed record WyomingAddress(string Host, int Port)
{
    /// <summary>Null for what is not <c>HOST:PORT</c> or <c>tcp://HOST:PORT</c>; an IPv6 address stands in brackets.</summary>
    public static WyomingAddress? Parse(string? text) =>
        Uri.TryCreate(text?.Contains("://", StringComparison.Ordinal) == true ? text : $"tcp://{text}", UriKind.Absolute, out var address)
        && address is { Scheme: "tcp", Host.Length: > 0, Port: >= 0, AbsolutePath: "" or "/" }
            ? new WyomingAddress(address.Host.Trim('[', ']'), address.Port)
            : null;

    public override string ToString() => $"{Host}:{Port}";
}
