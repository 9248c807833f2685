namespace Helm.PracticeCloud.Wire;

/// <summary>A service: how it speaks and what it can do.</summary>
internal sealed record AwsService(string Name, WireProtocol Protocol, string Version, IReadOnlyList<AwsOperation> Operations)
{
    /// <summary>The part of X-Amz-Target before the operation.</summary>
    public string? Target { get; init; }

    public string XmlNamespace { get; init; } = "";

    /// <summary>The service has one endpoint for the world, so its resources are in the account's home.</summary>
    public bool Global { get; init; }

    /// <summary>The service takes the account's gate itself where it needs it.</summary>
    public bool TakesGateItself { get; init; }

    /// <summary>What JSON calls the errors of a service that once spoke Query only.</summary>
    public IReadOnlyDictionary<string, string> JsonErrors { get; init; } = new Dictionary<string, string>();

    public (string Code, int Status) Throttle { get; init; } = ("ThrottlingException", 400);

    /// <summary>How policies name the service: CloudWatch signs as monitoring, and its actions begin with cloudwatch.</summary>
    public string Permission => Name switch
    {
        "monitoring" => "cloudwatch",
        "tagging" => "tag",
        _ => Name,
    };

    /// <summary>Policies allow a method rather than an operation: apigateway:GET.</summary>
    public bool ActionByMethod { get; init; }

    public string ActionOf(AwsOperation operation) => $"{Permission}:{(ActionByMethod ? operation.Method : operation.Name)}";

    public AwsOperation? Find(string name) => Operations.FirstOrDefault(operation => operation.Name == name);
}

/// <summary>An operation of a service.</summary>
internal sealed record AwsOperation(string Name, Action<AwsCall, AnswerWriter> Run)
{
    /// <summary>For REST: the method, and the path with its parameters in braces.</summary>
    public string Method { get; init; } = "POST";

    public string Path { get; init; } = "/";

    /// <summary>For REST: a name that the query must hold, or null.</summary>
    public string? Query { get; init; }

    /// <summary>For REST-XML: the element at the root of the answer.</summary>
    public string Root { get; init; } = "";

    /// <summary>It changes something, so it is recorded with its parameters.</summary>
    public bool Mutates { get; init; }
}
