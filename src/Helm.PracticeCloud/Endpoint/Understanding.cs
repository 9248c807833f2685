using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.Endpoint;

/// <summary>Finds out which operation a request asks for, and reads its input.</summary>
internal static class Understanding
{
    /// <summary>The protocol that a request to the service speaks: a JSON service may be asked in Query too.</summary>
    public static WireProtocol ProtocolOf(AwsService service, ReceivedRequest request) =>
        service.Protocol == WireProtocol.Json && !request.Headers.ContainsKey("X-Amz-Target") && service.XmlNamespace.Length > 0
            ? WireProtocol.Query
            : service.Protocol;

    /// <summary>The protocol to word an error in when not even the service is known.</summary>
    public static WireProtocol Guess(ReceivedRequest request) =>
        request.Headers.ContainsKey("X-Amz-Target") ? WireProtocol.Json
        : request.Headers.ContentType.ToString().Contains("urlencoded", StringComparison.Ordinal) ? WireProtocol.Query
        : WireProtocol.RestJson;

    public static (AwsOperation Operation, AwsInput Input) Read(AwsService service, WireProtocol protocol, ReceivedRequest request) => protocol switch
    {
        WireProtocol.Json => ReadJson(service, request),
        WireProtocol.Query or WireProtocol.Ec2 => ReadQuery(service, request),
        _ => ReadRest(service, protocol, request),
    };

    private static (AwsOperation Operation, AwsInput Input) ReadJson(AwsService service, ReceivedRequest request)
    {
        var target = request.Headers["X-Amz-Target"].ToString();
        var dot = target.LastIndexOf('.');
        var operation = dot > 0 && target[..dot] == service.Target ? service.Find(target[(dot + 1)..]) : null;
        return operation is null
            ? throw new AwsErrorException("UnknownOperationException", $"The operation {target} is not part of the practice cloud")
            : (operation, InputReader.Json(request.Body));
    }

    private static (AwsOperation Operation, AwsInput Input) ReadQuery(AwsService service, ReceivedRequest request)
    {
        var pairs = request.Method == "GET" ? request.QueryPairs() : FormReader.Pairs(request.Body);
        var input = FormReader.Read(pairs);
        var action = input.Text("Action") ?? "";
        return service.Find(action) is { } operation
            ? (operation, input)
            : throw new AwsErrorException("InvalidAction", $"The action {action} is not valid for this web service: the practice cloud has {string.Join(", ", service.Operations.Select(o => o.Name))}");
    }

    private static (AwsOperation Operation, AwsInput Input) ReadRest(AwsService service, WireProtocol protocol, ReceivedRequest request)
    {
        if (Routing.Match(service, request) is not { } match)
        {
            throw new AwsErrorException(protocol == WireProtocol.S3 ? "NotImplemented" : "UnknownOperationException", $"{request.Method} {request.Path} is not part of the practice cloud", protocol == WireProtocol.S3 ? 501 : 404);
        }

        var body = protocol switch
        {
            WireProtocol.RestJson => InputReader.Json(request.Body),
            WireProtocol.RestXml => XmlReading.Read(request.Body),
            _ => InputReader.Json([]),
        };
        return (match.Operation, InputReader.Rest(body, request.QueryPairs(), match.Path));
    }
}
