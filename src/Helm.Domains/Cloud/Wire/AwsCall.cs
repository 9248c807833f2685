using Amazon.Runtime;

namespace Helm.Domains.Cloud.Wire;

/// <summary>One request to any AWS service, whatever its protocol.</summary>
internal sealed class AwsCall(AwsService service, string operation) : AmazonWebServiceRequest
{
    public AwsService Service => service;

    public string Operation => operation;

    public string Method { get; init; } = "POST";

    /// <summary>A template: <c>/functions/{Name}</c>; its parts go in raw, because the SDK encodes them.</summary>
    public string Path { get; init; } = "/";

    public IReadOnlyDictionary<string, string> PathParts { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Query { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public byte[] Body { get; init; } = [];

    public string ContentType { get; init; } = service.ContentType;

    /// <summary>A call that changes something is sent at most once, unless AWS says that it refused to take it.</summary>
    public bool Mutates { get; init; }

    /// <summary>Run inside the pipeline, so that a mangled answer to a read counts as a failed attempt.</summary>
    internal Func<AwsReply, object?> Read { get; set; } = _ => null;
}

/// <summary>The bytes of an answer and its headers.</summary>
internal sealed record AwsReply(ReadOnlyMemory<byte> Body, Func<string, string?> Header);

/// <summary>What the pipeline hands back: the value that <see cref="AwsCall.Read"/> made.</summary>
internal sealed class AwsResponse : AmazonWebServiceResponse
{
    public object? Value { get; init; }
}
