namespace Helm.PracticeCloud.Wire;

/// <summary>The shapes in which AWS services speak.</summary>
internal enum WireProtocol
{
    Json,
    Query,

    /// <summary>Query, with answers of a form of its own.</summary>
    Ec2,
    RestJson,
    RestXml,
    S3,
}
