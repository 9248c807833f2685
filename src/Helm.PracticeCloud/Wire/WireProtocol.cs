namespace Helm.PracticeCloud.Wire;

/// <summary>The shapes in which AWS services speak.</summary>
internal enum WireProtocol
{
    Json,
    Query,
    RestJson,
    RestXml,
    S3,
}
